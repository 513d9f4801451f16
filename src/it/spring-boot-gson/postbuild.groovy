def log = new File(basedir, 'build.log').text
for (printed in [
    '200 {"by-gson":"Ann"}',
    'decoded CreateStreamSessionConnectionOutput[signalResponse=(sensitive)]',
]) {
    assert log.contains(printed) : "not printed: $printed"
}
