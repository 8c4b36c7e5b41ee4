//! The pages for people: headers, languages, which policy is asked, what is not there.

use ulabel::Checker;
use ulabel::decision::{Decider, NameRecord};
use ulabel::policy::builtin;
use ulabel_index::{Index, build};
use ulabel_server::{App, AppOptions, Existing, Policies, Served};

use crate::support::{Answer, Running, app, folder, options};

fn text(answer: &Answer) -> &str {
    std::str::from_utf8(&answer.body).unwrap()
}

async fn running() -> Running {
    Running::new(app(options(|_| {})).await).await
}

#[tokio::test]
async fn pages_have_strict_headers() {
    let service = running().await;
    for (path, status) in [
        ("/", 200),
        ("/?name=b%C3%BCcher&tld=ch&lang=en", 200),
        ("/policy", 200),
        ("/policy/ch", 200),
        ("/policy/ch/table/ch-latn", 200),
        ("/policy/ch/beside/ch-start", 200),
        ("/policy/ch/beside?with=de&lang=fr", 200),
        ("/policy/nowhere", 404),
        ("/policy/ch/table/none", 404),
        ("/policy/ch/beside/nowhere", 404),
        ("/?name=a&tld=nowhere", 404),
    ] {
        let answer = service.get(path).await;
        assert_eq!(answer.status, status, "{path}");
        assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"), "{path}");
        let policy = answer.header("content-security-policy").unwrap();
        assert!(policy.starts_with("default-src 'none'; style-src 'self'; form-action 'self'"), "{policy}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
        assert!(answer.header("set-cookie").is_none() && answer.header("vary") == Some("accept-language"));
        let head = service.request("HEAD", path, "").await;
        assert_eq!(head.status, status, "HEAD {path}");
    }
    let style = service.get("/style.css").await;
    assert_eq!((style.status, style.header("content-type")), (200, Some("text/css; charset=utf-8")));
    assert!(text(&style).contains(".cells"));
    assert_eq!(service.request("POST", "/", "").await.status, 405);
}

#[tokio::test]
async fn the_language_is_that_of_the_link_or_of_the_browser() {
    let service = running().await;
    for (path, headers, language) in [
        ("/", "", "en"),
        ("/", "Accept-Language: de, zh-CN;q=0.8, fr;q=0.5\r\n", "zh"),
        ("/?lang=ru", "Accept-Language: fr\r\n", "ru"),
        ("/?lang=", "Accept-Language: ar\r\n", "ar"),
        ("/policy/ch?lang=es", "", "es"),
    ] {
        let answer = service.request("GET", path, headers).await;
        assert_eq!(
            (answer.status, answer.header("content-language")),
            (200, Some(language)),
            "{path} {headers}"
        );
        assert!(text(&answer).contains(&format!("<html lang=\"{language}\"")));
    }
    assert_eq!(service.get("/?lang=xx").await.status, 400);
}

#[tokio::test]
async fn the_policy_is_the_one_chosen_or_that_of_the_name() {
    let service = running().await;
    for (query, verdict, says) in [
        ("name=stra%C3%9Fe&tld=ch", "invalid", "straße.ch cannot be registered under .ch"),
        ("name=stra%C3%9Fe.ch", "invalid", "straße.ch cannot be registered under .ch"),
        ("name=stra%C3%9Fe.de&tld=", "valid", "straße.de fits the rules of .de"),
        ("name=stra%C3%9Fe.example", "valid", "only the rules for all names"),
        ("name=stra%C3%9Fe.de&tld=ch", "invalid", "the policy of .de would fit"),
        ("name=%D0%BF%D1%80%D0%B8%D0%BC%D0%B5%D1%80.%D1%80%D1%84", "valid", "fits the rules of .рф"),
    ] {
        let answer = service.get(&format!("/?{query}&lang=en")).await;
        let page = text(&answer);
        assert_eq!(answer.status, 200, "{query}");
        assert!(
            page.contains(&format!("class=\"answer {verdict}\"")) && page.contains(says),
            "{query}: {page}"
        );
    }
}

#[tokio::test]
async fn hostile_and_endless_names_do_nothing() {
    let service = running().await;
    let long = "a".repeat(2000);
    let answer = service.get(&format!("/?name={long}&lang=en")).await;
    assert_eq!(answer.status, 400);
    assert!(text(&answer).contains("too long to be a name") && answer.body.len() < 80_000);
    let answer = service.get("/?name=%3Cscript%3Ealert(1)%3C/script%3E%E2%80%AE%00&tld=ch&lang=en").await;
    assert_eq!(answer.status, 200);
    assert!(!text(&answer).contains("<script") && text(&answer).contains("&lt;script&gt;"));
    assert_eq!(service.get("/?name=%FF").await.status, 200, "octets that are not UTF-8 are shown as such");
    assert_eq!(service.get("/?name=a&name=b").await.status, 400);
    assert_eq!(service.get("/policy/%FF").await.status, 400);
}

#[tokio::test]
async fn beside_an_index_the_page_tells_what_is_registered() {
    let folder = folder("page-index").join("index");
    let load = move || {
        let policy = builtin::find("ca").unwrap().policy().unwrap();
        let decider = Decider::new(&policy).unwrap();
        let checker = Checker::with_policy(&policy).unwrap();
        let record = NameRecord {
            name: "café.ca".into(),
            registrant: "R1".into(),
            registrar: "A".into(),
            ..NameRecord::default()
        };
        build(&folder, &decider, [Ok(record)].into_iter(), &mut |_| {}).unwrap();
        let index = Index::open(&folder, &decider).unwrap();
        let policies = Policies::given([("ca".to_owned(), checker)]).with_builtin();
        Ok(Served::new(policies, Some(Existing::new(decider, index))))
    };
    let service = Running::new(App::new(load, AppOptions::default()).await.unwrap()).await;
    for (query, verdict, says) in [
        ("name=caf%C3%A9.ca", "invalid", "café.ca is not available"),
        ("name=caf%C3%A9&tld=ca", "invalid", "café.ca is not available"),
        ("name=cafe.ca", "review", "cafe.ca is kept for the holder of café.ca"),
        ("name=autre.ca", "valid", "autre.ca is available"),
        ("name=autre.ch", "valid", "Names that exist were not looked at"),
    ] {
        let answer = service.get(&format!("/?{query}&lang=en")).await;
        let page = text(&answer);
        assert!(
            page.contains(&format!("class=\"answer {verdict}\"")) && page.contains(says),
            "{query}: {page}"
        );
    }
}
