//! The clients of the examples, run where their language is on the machine, over TCP and over a unix socket.

use std::path::Path;
use std::process::Stdio;

use tokio::process::Command;
use tokio::sync::oneshot;
use ulabel_server::Face;
use ulabel_server::serve::{Address, Binding, Server};

use crate::support::{app, folder, options};

const CLIENTS: &[(&str, &[&str])] = &[
    ("client.sh", &["bash"]),
    ("client.py", &["python3"]),
    ("client.pl", &["perl"]),
    ("client.php", &["php"]),
    ("Client.java", &["java"]),
];

async fn is_there(program: &str) -> bool {
    let mut command = Command::new(program);
    command.arg(if program == "java" { "-version" } else { "--version" });
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().await.is_ok_and(|status| status.success())
}

#[tokio::test]
async fn they_ask_over_tcp_and_over_a_unix_socket() {
    let socket = folder("clients").join("s");
    let tcp = Binding::new(Address::Tcp("127.0.0.1:0".parse().expect("an address")), Face::Own);
    let unix = Binding::new(Address::Unix { path: socket.clone(), mode: 0o600 }, Face::Own);
    let server = Server::bind(app(options(|_| {})).await, vec![tcp, unix]).await.expect("addresses");
    let port = server.addresses().find_map(|address| match address {
        Address::Tcp(address) => Some(address.to_string()),
        _ => None,
    });
    let (stop, stopped) = oneshot::channel::<()>();
    let served = tokio::spawn(server.run(async {
        let _ = stopped.await;
    }));
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/clients");
    for (client, program) in CLIENTS {
        if !is_there(program[0]).await {
            eprintln!("skipped: {client}, since {} is not on this machine", program[0]);
            continue;
        }
        for address in [port.as_deref().expect("a port"), socket.to_str().expect("UTF-8")] {
            let mut command = Command::new(program[0]);
            command.arg(examples.join(client)).args([address, "bücher.ch", "-ab.ch"]);
            let ran = command.kill_on_drop(true).output().await.expect("it runs");
            let (out, complaint) =
                (String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
            assert!(ran.status.success(), "{client} {address}: {out} {complaint}");
            let lines: Vec<&str> = out.lines().collect();
            if *client == "client.sh" {
                let reports: Vec<serde_json::Value> =
                    lines.iter().map(|line| serde_json::from_str(line).expect("JSON")).collect();
                assert_eq!(
                    (&reports[0]["verdict"], &reports[1]["verdict"]),
                    (&"valid".into(), &"invalid".into())
                );
            } else {
                assert_eq!(
                    lines,
                    ["bücher.ch valid", "-ab.ch invalid syntax.hyphen-start"],
                    "{client} {address}"
                );
            }
        }
    }
    let _ = stop.send(());
    served.await.expect("no fault");
}
