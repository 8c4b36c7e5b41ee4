<?php
// Asks the service about names, over TCP or a unix socket: php client.php ADDRESS NAME...
// ADDRESS is HOST:PORT or the path of a unix socket. It needs the extension curl.

declare(strict_types=1);

/** The reports of names under the policy of .ch, in French. */
function check(string $address, array $names): array
{
    $isSocket = str_contains($address, '/');
    $request = curl_init(($isSocket ? 'http://localhost' : "http://$address") . '/v1/check?policy=ch');
    curl_setopt_array($request, [
        CURLOPT_POSTFIELDS => json_encode($names, JSON_THROW_ON_ERROR),
        CURLOPT_HTTPHEADER => ['Content-Type: application/json', 'Accept-Language: fr'],
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 10,
    ] + ($isSocket ? [CURLOPT_UNIX_SOCKET_PATH => $address] : []));
    $body = curl_exec($request);
    if ($body === false) {
        throw new RuntimeException(curl_error($request));
    }
    $answer = json_decode($body, true, 512, JSON_THROW_ON_ERROR);
    if (curl_getinfo($request, CURLINFO_RESPONSE_CODE) !== 200) {
        throw new RuntimeException("{$answer['code']}: {$answer['detail']}");
    }
    return $answer;
}

[, $address] = $argv;
foreach (check($address, array_slice($argv, 2)) as $report) {
    $findings = array_merge($report['findings'], ...array_column($report['labels'], 'findings'));
    echo implode(' ', [$report['input'], $report['verdict'], ...array_column($findings, 'code')]), "\n";
}
