<?php
// Makes the golden vectors: php -n test/api/vectors/vectors.php > test/api/vectors/vectors.json
// Each holds a JSON text as somebody may write it, the text that PHP gives for it, and its hash.

const SECRET = '1234567890123456';

// The vectors of Qvickly's own page "Creating hash" (the first) and of measurements with PHP 8.2.
$documented = [
    '{"id":"123456","amount":100,"currency":"SEK"}'
        => '8dde708fea8cfcee68d6817975f37bf9b0c5412f3edfbd1d1d2bca629bd49f06a57bddcaac465ebe8306d25d6e1ff32e8a225c6b58ebef2ea39f51a6777f037a',
    '{"number":"1000235"}'
        => 'c9d01611793a496d4f241b5d45fd66f008825120e1d5a9eb11b0f3aebc384e86bba92558cbbb63c2a2d0c45cf3ec08130155991fa804ff0ca0ac8257f4c4e011',
    '{"PaymentData":{"callbackurl":"https://example.com/callback?x=1&y=2"},"Customer":{"Billing":{"street":"Testvägen 1","city":"Malmö"}}}'
        => 'c8739204328f8b0b3c2c4803aaa6e5b5865960f4aec4c0a67c1ff2cedd1dfd6156f69e6bd8592175fad9e54a189d3a12c85aa5fb9af75af79483471ff33081be',
    '{"text":"rad 1\nrad 2 \"citat\" \\\\ / <b>é</b>"}'
        => '4a28d2256849e87d3260f58bfbbde015e95afe23ea64f1f67ef3a3d1591a848499886853f48bfc63c2e435ce1972bee71330a808d9633d5c7f2f9dc0223ad2d4',
    '{"Articles":[{"artnr":"A/1","title":"Köttbullar","quantity":"3.5"},{"artnr":"--freetext--","title":"Grön"}],"Card":[]}'
        => 'e464eabc3ed64a6c47553f3b7cd2b1213f08de4d277b84e874f57a739fdc28d4b2e417ab2c9029981a436cc8473a5ff2b76751bfd788104ad1bdb310894dbe9c',
];

$inputs = array_keys($documented);

// Text: every character that ISO-8859-1 has, alone and as a key, raw and escaped.
foreach (range(0x00, 0xff) as $code) {
    $inputs[] = sprintf('{"escaped":"\u%04x"}', $code);
    $inputs[] = sprintf('{"a\u%04x":"as a key"}', $code);
    if ($code >= 0x20 && $code !== 0x22 && $code !== 0x5c) {
        $raw = $code < 0x80 ? chr($code) : chr(0xc0 | $code >> 6) . chr(0x80 | $code & 0x3f);
        $inputs[] = "{\"raw\":\"<$raw>\"}";
    }
}
$inputs[] = '{"text":"C:\\\\dir\\\\file \"quoted\" </script> \b\f\n\r\t \u001f\u007f\u0000"}';
$inputs[] = '{"text":"\u00C5\u00c4\u00D6 \u00a0 ÿ \/ / \\\\/ \\\\u00e5"}';
$inputs[] = '{"text":""}';

// Numbers: whole ones up to 2^53 - 1, and fractions of 1 to 17 digits in every position of the point.
foreach (['0', '1', '-1', '100', '-1000235', '4294967296', '9007199254740991', '-9007199254740991'] as $number) {
    $inputs[] = "{\"number\":$number}";
}
$digits = '12345678912345678';
foreach (range(1, 17) as $length) {
    $some = substr($digits, 0, $length);
    $inputs[] = "{\"number\":0.$some}";
    $inputs[] = "{\"number\":-0.000$some}";
    if ($length < 17) {
        $inputs[] = "{\"number\":[$some.5,$some.25,-$some.1]}";
    }
    if ($length > 1) {
        $inputs[] = "{\"number\":{$some[0]}." . substr($some, 1) . '}';
    }
}
foreach (['0.0001', '-0.0001', '0.00010000000000000002', '0.1', '0.3', '1.10', '12.60', '1.0e-4', '2.5E+3',
    '10.0', '1e15', '0.30000000000000004', '4503599627370495.5', '1125899906842623.9'] as $number) {
    $inputs[] = "{\"number\":$number}";
}

// Shapes.
array_push(
    $inputs,
    '{"list":[]}',
    '{"list":[[],[[]],[1,[2,[3]]]]}',
    '{"list":[{"a":1},{"b":[{"c":null}]}]}',
    '{"yes":true,"no":false,"nothing":null}',
    '{"list":[true,false,null,"text",1,1.5]}',
    '{"":"empty key"}',
    '{"1":"from one"}',
    '{"0":"with a name","name":1}',
    '{"0":"a gap","2":"follows"}',
    '{"-5":"negative","01":"leading zero","-0":"minus zero","1.5":"fraction"}',
    '{"5561234567":{"name":"by organisation number"}}',
    '{"9223372036854775807":"largest","9223372036854775808":"beyond"}',
    '{"__proto__":"a name like any other","constructor":1}',
    '{ "spaces" : [ 1 ,	2 ] ,
 "lines" : { "a" : "b" } }',
    '{"name":"twice","other":1,"name":"the last"}',
    str_repeat('{"a":[', 200) . '1' . str_repeat(']}', 200),
);

$vectors = [];
foreach ($inputs as $input) {
    $value = json_decode($input, true, 512, JSON_THROW_ON_ERROR);
    $text = json_encode($value, JSON_THROW_ON_ERROR);
    $hash = hash_hmac('sha512', $text, SECRET);
    if ($hash !== ($documented[$input] ?? $hash) || $text !== json_encode(json_decode($text, true))) {
        throw new Exception("Not as it should be: $input");
    }
    $vectors[] = ['input' => $input, 'text' => $text, 'hash' => $hash];
}
echo json_encode(['secret' => SECRET, 'vectors' => $vectors], JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES), "\n";
