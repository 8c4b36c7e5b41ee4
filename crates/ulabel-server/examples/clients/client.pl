#!/usr/bin/env perl
# Asks the service about names, over TCP or a unix socket: client.pl ADDRESS NAME...
# ADDRESS is HOST:PORT or the path of a unix socket. It needs nothing but Perl.

use strict;
use warnings;
use IO::Socket::INET;
use IO::Socket::UNIX;
use JSON::PP;

# The reports of names under the policy of .ch, in French.
sub check {
    my ($address, @names) = @_;
    my $socket = $address =~ m{/} ? IO::Socket::UNIX->new($address) : IO::Socket::INET->new($address);
    die "no connection to $address: $!\n" unless $socket;
    my $body = encode_json([map { utf8::decode(my $name = $_); $name } @names]);
    print {$socket} join "\r\n", 'POST /v1/check?policy=ch HTTP/1.0', 'Host: localhost',
        'Content-Type: application/json', 'Accept-Language: fr', 'Content-Length: ' . length $body, '', $body;
    $socket->flush;
    my ($head, $content) = split /\r\n\r\n/, do { local $/; <$socket> }, 2;
    my $answer = decode_json($content);
    die "$answer->{code}: $answer->{detail}\n" unless $head =~ m{^HTTP/1\.\d 200 };
    return @$answer;
}

binmode STDOUT, ':encoding(UTF-8)';
my ($address, @names) = @ARGV;
for my $report (check($address, @names)) {
    my @findings = (@{ $report->{findings} }, map { @{ $_->{findings} } } @{ $report->{labels} });
    print join(' ', $report->{input}, $report->{verdict}, map { $_->{code} } @findings), "\n";
}
