<?php
// Reads a JSON list of pairs, and prints what each comes to when it is divided and rounded.
$pairs = json_decode(stream_get_contents(STDIN));
echo json_encode(array_map(fn($pair) => (int) round($pair[0] / $pair[1]), $pairs));
