// Starts the browser of the API's description; everything it loads comes from this host.
window.addEventListener("load", () => {
  SwaggerUIBundle({
    url: document.getElementById("description").dataset.address,
    dom_id: "#description",
    deepLinking: true,
    validatorUrl: null,
    defaultModelsExpandDepth: 0,
    tryItOutEnabled: false,
    syntaxHighlight: { activated: true },
  });
});
