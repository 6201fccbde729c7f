# Two stages: the first installs, the second runs. What each step does is replayed by tests/test_dockerfile.py.
FROM python:3.11-slim AS build
WORKDIR /src
RUN python -m venv /opt/quotes
COPY requirements-build.txt requirements.txt ./
RUN /opt/quotes/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements-build.txt
RUN /opt/quotes/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes --no-build-isolation -r requirements.txt
COPY pyproject.toml setup.py README.md LICENSE ./
COPY schemas schemas
COPY api api
COPY quotes quotes
RUN /opt/quotes/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps --no-build-isolation .
RUN /opt/quotes/bin/pip uninstall --yes --quiet pip setuptools

FROM python:3.11-slim
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin quotes && install -d -o quotes -g quotes /data
COPY --from=build /opt/quotes /opt/quotes
ENV PATH=/opt/quotes/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    QUOTES_DATABASE=sqlite:////data/quotes.db
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["quotes", "serve", "--host", "0.0.0.0", "--port", "8000"]
