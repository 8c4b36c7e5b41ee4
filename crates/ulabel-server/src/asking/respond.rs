//! Answers in the order in which they were asked.

use std::collections::VecDeque;
use std::vec;

use axum::body::{Body, Bytes};
use axum::http::HeaderValue;
use axum::http::header::{self, CONTENT_LANGUAGE, CONTENT_TYPE, VARY};
use axum::response::{IntoResponse, Response};
use http_body_util::channel::{Channel, Sender};
use tokio::sync::OwnedSemaphorePermit;
use tokio::task::JoinHandle;
use ulabel::language::Language;

use super::lines::LineReader;
use super::stretch::{Parted, Stretch};
use super::{Answer, Asked};
use crate::app::App;
use crate::error::{Code, Problem};
use crate::workers::Deadline;

/// So many that are quick are answered at once, in the thread that reads the request.
const AT_ONCE: usize = 16;

/// Answers what a body asks.
///
/// # Errors
///
/// If one thing is asked, the reason why there is no answer. Of many the reasons stand in the places of the answers.
pub(crate) async fn respond<A: Answer>(app: App, asked: Asked<A::Asked>, by: A) -> Result<Response, Problem> {
    let language = by.language();
    let (source, parted, media_type) = match asked {
        Asked::One(one) => return respond_to_one(&app, one, by).await,
        Asked::Many(many) if A::IS_QUICK && many.len() <= AT_ONCE => {
            let deadline = Deadline::after(app.limits().work_time);
            let out = Stretch::Items(many).answered(by, Parted::ByCommas, deadline);
            let array = [b"[", out.strip_prefix(b",").unwrap_or(&out), b"\n]\n"].concat();
            return Ok(spoken(json(array), language));
        }
        Asked::Many(many) => {
            let deadline = Deadline::after(app.limits().work_time);
            let source = Source::Array { items: many.into_iter(), size: A::STRETCH, deadline };
            (source, Parted::ByCommas, "application/json")
        }
        Asked::Lines(body) => {
            let lines = LineReader::new(body, app.limits().read_time);
            (Source::Lines(lines), Parted::ByLines, "application/jsonl")
        }
    };
    let place = app.long_answer()?;
    let (sender, body) = Channel::<Bytes>::new(1);
    tokio::spawn(Work { app, by, parted, running: VecDeque::new(), place }.run(source, sender));
    Ok(spoken(([(CONTENT_TYPE, media_type)], Body::new(body)).into_response(), language))
}

/// Answers one thing.
///
/// # Errors
///
/// Why there is no answer.
pub(crate) async fn respond_to_one<A: Answer>(
    app: &App,
    asked: A::Asked,
    mut by: A,
) -> Result<Response, Problem> {
    let language = by.language();
    let answer = move |deadline| {
        let mut out = Vec::new();
        let answered = by.answer(asked, deadline, &mut out);
        by.end();
        answered.map(|()| out)
    };
    let out = match A::IS_QUICK {
        true => answer(Deadline::after(app.limits().work_time))?,
        false => app.run_apart(answer).await??,
    };
    Ok(spoken(json(out), language))
}

/// An answer in JSON.
pub(crate) fn json(octets: Vec<u8>) -> Response {
    ([(CONTENT_TYPE, "application/json")], octets).into_response()
}

/// The answer with the language that it is in, which the headers of a request may choose.
fn spoken(mut response: Response, language: Option<Language>) -> Response {
    if let Some(language) = language {
        let headers = response.headers_mut();
        headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(language.tag()));
        headers.insert(VARY, HeaderValue::from_static(header::ACCEPT_LANGUAGE.as_str()));
    }
    response
}

/// Where stretches come from.
enum Source<T> {
    /// The rest of an array, that is cut into stretches of this size. All of it has one deadline.
    Array {
        items: vec::IntoIter<T>,
        size: usize,
        deadline: Deadline,
    },
    Lines(LineReader),
}

impl<T> Source<T> {
    async fn next(&mut self) -> Option<Stretch<T>> {
        match self {
            Self::Lines(lines) => lines.next().await,
            Self::Array { items, size, .. } => {
                let stretch: Vec<T> = items.by_ref().take(*size).collect();
                (!stretch.is_empty()).then_some(Stretch::Items(stretch))
            }
        }
    }

    /// When the stretch that comes next is to be done.
    fn deadline(&self, app: &App) -> Deadline {
        match self {
            Self::Array { deadline, .. } => *deadline,
            Self::Lines(_) => Deadline::after(app.limits().work_time),
        }
    }
}

/// The work on one long answer.
struct Work<A> {
    app: App,
    by: A,
    parted: Parted,
    /// Stretches that are worked on, the first in front.
    running: VecDeque<JoinHandle<Result<Vec<u8>, Problem>>>,
    place: OwnedSemaphorePermit,
}

impl<A: Answer> Work<A> {
    async fn run(mut self, mut source: Source<A::Asked>, mut sender: Sender<Bytes>) {
        // If the client has gone nothing is left to be done.
        let _ = self.write(&mut source, &mut sender).await;
        drop(self.place);
    }

    async fn write(&mut self, source: &mut Source<A::Asked>, sender: &mut Sender<Bytes>) -> Result<(), Gone> {
        let most = self.app.limits().workers.get();
        let is_array = self.parted == Parted::ByCommas;
        let (mut has_more, mut is_first) = (true, true);
        if is_array {
            send(sender, b"[".to_vec()).await?;
        }
        while has_more || !self.running.is_empty() {
            tokio::select! {
                // What is done is written before more is read.
                biased;
                done = front(&mut self.running), if !self.running.is_empty() => {
                    self.running.pop_front();
                    let mut out = done.unwrap_or_else(|problem| {
                        Stretch::Problem(problem).answered(self.by.clone(), self.parted, Deadline::never())
                    });
                    if is_array && is_first && !out.is_empty() {
                        out.remove(0);
                        is_first = false;
                    }
                    send(sender, out).await?;
                }
                stretch = source.next(), if has_more && self.running.len() < most => match stretch {
                    Some(stretch) => self.start(stretch, source.deadline(&self.app)),
                    None => has_more = false,
                },
            }
        }
        if is_array {
            send(sender, b"\n]\n".to_vec()).await?;
        }
        Ok(())
    }

    fn start(&mut self, stretch: Stretch<A::Asked>, deadline: Deadline) {
        let (app, by, parted) = (self.app.clone(), self.by.clone(), self.parted);
        let work = async move { app.run_in_turn(move || stretch.answered(by, parted, deadline)).await };
        self.running.push_back(tokio::spawn(work));
    }
}

/// The client does not read the answer any more.
struct Gone;

async fn send(sender: &mut Sender<Bytes>, octets: Vec<u8>) -> Result<(), Gone> {
    if octets.is_empty() {
        return Ok(());
    }
    sender.send_data(octets.into()).await.map_err(|_| Gone)
}

/// The answers of the first stretch, when they are there.
async fn front(running: &mut VecDeque<JoinHandle<Result<Vec<u8>, Problem>>>) -> Result<Vec<u8>, Problem> {
    let Some(first) = running.front_mut() else { return Ok(Vec::new()) };
    first.await.unwrap_or_else(|_| Err(Problem::new(Code::Internal, "a fault of this service")))
}
