"""The language of a text and of a page: told by the prose of the whole, whatever stands around it and is declared."""

from __future__ import annotations

import pytest

from quotes.documents.language_detection import STRETCH, STRETCHES, language_of, page_language, prose_sample
from quotes.documents.reader import read_article
from quotes.reading.pipeline import read_document
from quotes.records.document import Article

# The first article of the Universal Declaration of Human Rights, which is in the public domain.
FIRST_ARTICLE = (
    ("en", "All human beings are born free and equal in dignity and rights. They are endowed with reason and "
           "conscience and should act towards one another in a spirit of brotherhood."),
    ("de", "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und "
           "Gewissen begabt und sollen einander im Geist der Brüderlichkeit begegnen."),
    ("fr", "Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de "
           "raison et de conscience et doivent agir les uns envers les autres dans un esprit de fraternité."),
    ("es", "Todos los seres humanos nacen libres e iguales en dignidad y derechos y, dotados como están de "
           "razón y conciencia, deben comportarse fraternalmente los unos con los otros."),
    ("it", "Tutti gli esseri umani nascono liberi ed eguali in dignità e diritti. Essi sono dotati di "
           "ragione e di coscienza e devono agire gli uni verso gli altri in spirito di fratellanza."),
    ("pt", "Todos os seres humanos nascem livres e iguais em dignidade e em direitos. Dotados de razão e de "
           "consciência, devem agir uns para com os outros em espírito de fraternidade."),
    ("nl", "Alle mensen worden vrij en gelijk in waardigheid en rechten geboren. Zij zijn begiftigd met "
           "verstand en geweten, en behoren zich jegens elkander in een geest van broederschap te gedragen."),
    ("sv", "Alla människor äro födda fria och lika i värde och rättigheter. De äro utrustade med förnuft och "
           "samvete och böra handla gentemot varandra i en anda av broderskap."),
    ("da", "Alle mennesker er født frie og lige i værdighed og rettigheder. De er udstyret med fornuft og "
           "samvittighed, og de bør handle mod hverandre i en broderskabets ånd."),
    ("no", "Alle mennesker er født frie og med samme menneskeverd og menneskerettigheter. De er utstyrt med "
           "fornuft og samvittighet og bør handle mot hverandre i brorskapets ånd."),
    ("fi", "Kaikki ihmiset syntyvät vapaina ja tasavertaisina arvoltaan ja oikeuksiltaan. Heille on annettu "
           "järki ja omatunto, ja heidän on toimittava toisiaan kohtaan veljeyden hengessä."),
    ("pl", "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Są oni obdarzeni "
           "rozumem i sumieniem i powinni postępować wobec innych w duchu braterstwa."),
    ("cs", "Všichni lidé rodí se svobodní a sobě rovní co do důstojnosti a práv. Jsou nadáni rozumem a "
           "svědomím a mají spolu jednat v duchu bratrství."),
    ("hu", "Minden. emberi lény szabadon születik és egyenlő méltósága és joga van. Az emberek, ésszel és "
           "lelkiismerettel bírván, egymással szemben testvéri szellemben kell hogy viseltessenek."),
    ("ro", "Toate ființele umane se nasc libere și egale în demnitate și în drepturi. Ele sunt înzestrate cu "
           "rațiune și conștiință și trebuie să se comporte unele față de altele în spiritul fraternității."),
    ("bg", "Всички хора се раждат свободни и равни по достойнство и права. Те са надарени с разум и съвест и "
           "следва да се отнасят помежду си в дух на братство."),
    ("el", "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα. Είναι "
           "προικισμένοι με λογική και συνείδηση, και οφείλουν να συμπεριφέρονται μεταξύ τους με πνεύμα "
           "αδελφοσύνης."),
    ("ru", "Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом и "
           "совестью и должны поступать в отношении друг друга в духе братства."),
    ("uk", "Всі люди народжуються вільними і рівними у своїй гідності та правах. Вони наділені розумом і "
           "совістю і повинні діяти у відношенні один до одного в дусі братерства."),
    ("tr", "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. Akıl ve vicdana sahiptirler ve "
           "birbirlerine karşı kardeşlik zihniyeti ile hareket etmelidirler."),
    ("ar", "يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق. وقد وهبوا عقلاً وضميرًا وعليهم أن يعامل "
           "بعضهم بعضًا بروح الإخاء."),
    ("he", "כל בני אדם נולדו בני חורין ושווים בערכם ובזכויותיהם. כולם חוננו בתבונה ובמצפון, לפיכך חובה עליהם "
           "לנהוג איש ברעהו ברוח של אחוה."),
    ("fa", "تمام افراد بشر آزاد بدنیا میایند و از لحاظ حیثیت و حقوق با هم برابرند. همه دارای عقل و وجدان "
           "میباشند و باید نسبت بیکدیگر با روح برادری رفتار کنند."),
    ("hi", "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है । उन्हें "
           "बुद्धि और अन्तरात्मा की देन प्राप्त है और परस्पर उन्हें भाईचारे के भाव से बर्ताव करना चाहिए ।"),
    ("ja", "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等であ"
           "る。人間は、理性と良心とを授けられており"
           "、互いに同胞の精神をもって行動しなければならない。"),
    ("zh", "人人生而自由,在尊严和权利上一律平等。他们赋有理性和良心,并应以兄弟关系的精神相"
           "对待。"),
    ("ko", "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다. "
           "인간은 천부적으로 이성과 양심을 부여받았으며 서로 형제애의 정신으로 행동"
           "하여야 한다."),
    ("vi", "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền. Mọi "
           "con người đều được tạo hoá ban cho lý trí và lương tâm và cần phải đối xử với nhau "
           "trong tình bằng hữu."),
    ("sw", "Watu wote wamezaliwa huru, hadhi na haki zao ni sawa. Wote wamejaliwa akili na dhamiri, hivyo "
           "yapasa watendeane kindugu."),
    ("zu", "Bonke abantu bazalwa bekhululekile belingana ngesithunzi nangamalungelo. Bahlanganiswe "
           "wumcabango nangunembeza futhi kufanele baphathane ngomoya wobunye."),
    ("xh", "Bonke abantu bazalwa bekhululekile belingana ngesidima nangokweemfanelo. Bonke abantu "
           "banesiphiwo sesazela nesizathu sokwenza isenzo ongathanda ukuba senziwe kumzalwane wakho."),
    ("af", "Alle menslike wesens word vry, met gelyke waardigheid en regte, gebore. Hulle het rede en gewete "
           "en behoort in die gees van broederskap teenoor mekaar op te tree."),
    ("so", "Aadanaha dhammaantiis wuxuu dhashaa isagoo xor ah kana siman xagga sharafta iyo xuquuqada Waxaa "
           "Alle (Ilaah) siiyay aqoon iyo wacyi, waana in qof la arkaa qofka kale ula dhaqmaa si "
           "walaaltinimo ah."),
    ("st", "Batho bohle ba tswetswe ba lokolohile mme ba lekana ka botho le ditokelo. Ba tswetswe le "
           "monahano le letswalo mme ba tlamehile ho phedisana le ba bang ka moya wa boena."),
)
BY_CODE = dict(FIRST_ARTICLE)
ENGLISH = (
    "The board of the harbour said on Tuesday that the old pier will stay closed until spring.\n"
    "“We have looked at every plank,” said Marta Ellison, who has led the board since June, “and half of them go.”\n"
    "Fishermen who land their catch there were told to use the northern quay. Some of them said it is too far away.\n"
)
ZULU = (
    "Umkhandlu wedolobha umemezele ngoLwesibili ukuthi ibhuloho elidala lizovalwa kuze kube yintwasahlobo.\n"
    "“Sizolilungisa masinyane,” kusho uNomusa Khumalo, okhulumela umkhandlu, ngesikhathi ehlangana nezintatheli.\n"
    "Abashayeli bayacelwa ukuthi basebenzise omunye umgwaqo ngaphambi kokuthi umsebenzi uphele.\n"
)
SWAHILI = (
    "Halmashauri ya mji ilisema Jumanne kwamba daraja la zamani litafungwa hadi mwezi wa tatu mwaka ujao.\n"
    "“Tutalitengeneza haraka,” alisema Asha Mwinyi, msemaji wa halmashauri, alipokutana na waandishi wa habari.\n"
    "Madereva wameombwa kutumia barabara nyingine mpaka kazi hiyo itakapomalizika.\n"
)
MENU = "\n".join(("Home", "News", "Sport", "Weather", "Opinion", "Obituaries", "Podcasts", "Crosswords", "Subscribe",
                  "Log in", "Newsletter", "Riverton", "Lakeside", "Porto Vale", "E-paper", "Jobs", "Motors"))


@pytest.mark.parametrize("language, text", FIRST_ARTICLE)
def test_two_sentences_are_enough_in_any_script(language: str, text: str):
    assert language_of(text) == language


@pytest.mark.parametrize("language, text", FIRST_ARTICLE)
def test_english_menus_around_a_text_do_not_decide(language: str, text: str):
    assert language_of(f"{MENU * 3}\n{text} {text}\n{text} {text}\n{MENU}") == language


@pytest.mark.parametrize("menu", [
    MENU * 20, "Startseite\nNachrichten\nWetter\nAnmelden\n" * 60, "トップ\n国際\n経済\nスポーツ\n" * 60,
    "Ekhaya\nIzindaba\nEzemidlalo\nIsimo sezulu\n" * 60, "Newest first | Oldest first | 3 min\n" * 50, "12:30\n" * 400,
])
def test_menus_before_english_prose_do_not_decide(menu: str):
    assert language_of(menu + ENGLISH * 3) == "en"


@pytest.mark.parametrize("text, language", [
    (ENGLISH + BY_CODE["es"], "en"),  # an English article that repeats words of another language
    (BY_CODE["es"] * 4 + ENGLISH, "es"),
    ("In the words of the charter: " + BY_CODE["de"] + "\n" + ENGLISH * 2, "en"),
    ("The boat\nof the night\nwas not seen\nby any of us\nand the tide\nthat came for it\nwas late\n" * 4
     + "Alle Rechte an diesem Text bleiben bei der Verfasserin, die ihn im Frühjahr geschrieben hat.", "en"),
])
def test_most_of_the_prose_decides(text: str, language: str):
    assert language_of(text) == language


@pytest.mark.parametrize("text", [
    "", " \n ", "“No,” she said.", "said Irniq.", "Lady Gaga, it is.", "Julie A.", "“Anita”",
    "Noah expresses techno-optimism.", "12:30 14:45 3,200 7 %",
    "花子高橋 (Hanako Takahashi), a weaver from Kiryu, said: “The loom decides.”",
    "Shirin Farahani and her husband Reza Moradi run the mill at Ashford.\n\n“The weir is safe,” she said.",
    "🙂 🙂 🙂", "https://a.example/1", "Milei’s entourage explained to Perfil.",
])
def test_a_few_words_are_too_short_to_tell(text: str):
    assert language_of(text) is None


def test_a_long_text_in_no_language_is_undetermined():
    assert language_of("zzz qqq xxx " * 60) == "und"


@pytest.mark.parametrize("declared, text, language", [
    ("en", ENGLISH, "en"), ("en-GB", ENGLISH, "en"), (None, ENGLISH, "en"), ("de-DE", ENGLISH, "en"),
    ("en-US", ZULU, "zu"), ("en", SWAHILI, "sw"), ("en", BY_CODE["xh"], "xh"), ("en", BY_CODE["so"], "so"),
    ("en", BY_CODE["st"], "st"),
    ("en", BY_CODE["de"], "de"), ("en", BY_CODE["ar"], "ar"), ("en", BY_CODE["zh"], "zh"), (None, BY_CODE["tr"], "tr"),
    ("nb-NO", BY_CODE["da"], "nb"),  # relatives: the page knows better
    ("gl", BY_CODE["pt"], "gl"), ("rw", BY_CODE["zu"], "rw"),
    ("en", "zzz qqq xxx " * 60, "und"), ("tlh", "zzz qqq xxx " * 60, "tlh"),
    ("en", "“No,” she said.", "en"), ("de", "“Nein,” sagte sie.", "de"), (None, "“No,” she said.", None),
    ("nonsense!", ENGLISH, "en"),
])
def test_prose_decides_between_english_and_what_a_page_declares(declared: str | None, text: str, language: str | None):
    assert page_language(declared, text) == language


@pytest.mark.parametrize("text, language", [(ZULU, "zu"), (SWAHILI, "sw"), (BY_CODE["pl"], "pl")])
def test_a_page_that_declares_english_and_is_not_gets_a_warning_and_no_speakers(text: str, language: str):
    paragraphs = "".join(f"<p>{line}</p>" for line in (text * 3).splitlines())
    menu = "<nav><ul>" + "".join(f"<li><a href='/{word}'>{word}</a></li>" for word in MENU.split()) + "</ul></nav>"
    page = f"<html lang='en-US'><body>{menu}<article><h1>Municipality</h1>{paragraphs}</article></body></html>"
    reading = read_document(Article(html=page))
    assert reading.document.language == language
    assert reading.warnings[0].code == "language"
    assert not [quote for quote in reading.quotes if quote.speaker]


def test_what_the_caller_says_wins_over_the_words():
    assert read_article(Article(text=ZULU, language="en")).language == "en"
    assert read_article(Article(text=ENGLISH, language="sw")).language == "sw"


def test_posts_on_a_page_do_not_decide():
    post = "<blockquote class='twitter-tweet'><p lang='en'>{}</p>&mdash; Cora Finch (@cfinch) " \
           "<a href='https://twitter.com/cfinch/status/{}'>May 3, 2024</a></blockquote>"
    posts = "".join(post.format(line, n) for n, line in enumerate((ENGLISH * 2).splitlines(), 1))
    body = f"<p>{BY_CODE['de']} {BY_CODE['de']}</p>{posts}<p>{BY_CODE['de']}</p>"
    page = f"<html lang='de'><body><article><h1>Der Hafen</h1>{body}</article></body></html>"
    assert read_article(Article(html=page)).language == "de"


def test_the_sample_is_short_and_spread_over_the_whole():
    line = "Sentence number {} of a long report is as long as sentences of prose are wont to be in the press."
    lines = list(map(line.format, range(400)))
    sample = prose_sample("\n".join(lines))
    assert len(sample) == STRETCHES * STRETCH + STRETCHES - 1
    assert "number 0 " in sample
    assert sample.endswith(lines[-1])
    assert prose_sample(ENGLISH[:200]) == ENGLISH[:200]
