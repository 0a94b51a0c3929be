<?php
// For every line of standard input (JSON text in base64) prints what PHP writes after reading it:
// as it is, and with all text converted to ISO-8859-1 and back in between. "-" stands for a failure.

error_reporting(E_ALL & ~E_DEPRECATED);

function throughLatin1(mixed $value): mixed
{
    if (is_string($value)) {
        return utf8_encode(utf8_decode($value));
    }
    if (!is_array($value)) {
        return $value;
    }
    $converted = [];
    foreach ($value as $key => $member) {
        $converted[throughLatin1($key)] = throughLatin1($member);
    }
    return $converted;
}

function written(mixed $value): string
{
    $text = json_encode($value);
    return $text === false ? '-' : base64_encode($text);
}

while (($line = fgets(STDIN)) !== false) {
    $value = json_decode(base64_decode(trim($line)), true);
    $failed = json_last_error() !== JSON_ERROR_NONE;
    echo $failed ? '- -' : written($value) . ' ' . written(throughLatin1($value)), "\n";
}
