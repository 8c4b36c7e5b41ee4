import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks the service about names, over TCP or a unix socket: java Client.java ADDRESS NAME...
 *
 * <p>ADDRESS is HOST:PORT or the path of a unix socket. It needs nothing but Java 16. A program of yours reads the answer
 * with its own library of JSON; here a pattern stands in for one.
 */
public final class Client {
    private static final Pattern VERDICT = Pattern.compile("\"verdict\":\"(\\w+)\",\"labels\"");
    private static final Pattern CODE = Pattern.compile("\\{\"code\":\"([\\w.-]+)\"");

    /** The report of a name under the policy of .ch, in French, as JSON. */
    static String check(String address, String name) throws IOException {
        boolean isSocket = address.contains("/");
        String quoted = "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        byte[] body = quoted.getBytes(StandardCharsets.UTF_8);
        String head = "POST /v1/check?policy=ch HTTP/1.0\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Accept-Language: fr\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (SocketChannel channel = SocketChannel.open(
                isSocket ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET)) {
            channel.connect(isSocket ? UnixDomainSocketAddress.of(address) : tcp(address));
            write(channel, head.getBytes(StandardCharsets.US_ASCII));
            write(channel, body);
            String[] answer = read(channel).split("\r\n\r\n", 2);
            if (!answer[0].startsWith("HTTP/1.") || !answer[0].split(" ")[1].equals("200")) {
                throw new IOException(answer[1]);
            }
            return answer[1];
        }
    }

    private static SocketAddress tcp(String address) {
        int colon = address.lastIndexOf(':');
        return new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    private static void write(SocketChannel channel, byte[] octets) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static String read(SocketChannel channel) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(8192);
        while (channel.read(buffer) >= 0) {
            all.write(buffer.array(), 0, buffer.position());
            buffer.clear();
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    public static void main(String[] arguments) throws IOException {
        String address = arguments[0];
        for (String name : Arrays.copyOfRange(arguments, 1, arguments.length)) {
            String report = check(address, name);
            Matcher verdict = VERDICT.matcher(report);
            StringBuilder line = new StringBuilder(name).append(' ').append(verdict.find() ? verdict.group(1) : "?");
            for (Matcher code = CODE.matcher(report); code.find(); ) {
                line.append(' ').append(code.group(1));
            }
            System.out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        System.out.flush();
    }
}
