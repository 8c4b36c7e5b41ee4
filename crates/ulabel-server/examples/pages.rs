//! Serves the policies that are built in, and the pages, on a free port of this machine, which it prints.

use ulabel_server::serve::{Address, Binding, Server, stop_signal};
use ulabel_server::{App, AppOptions, Face, Policies, Served};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let app = App::new(|| Ok(Served::new(Policies::builtin(), None)), AppOptions::default()).await?;
    let address = Address::Tcp("127.0.0.1:0".parse()?);
    let server = Server::bind(app, vec![Binding::new(address, Face::Own)]).await?;
    for address in server.tcp_addresses() {
        println!("http://{address}");
    }
    server.run(stop_signal()).await;
    Ok(())
}
