def log = new File(basedir, 'build.log').text
for (printed in [
    'module path: found []',
    'module path: decoded ConflictException[message=busy]',
    'module path: tree decoded ConflictException[message=busy]',
    'image: found []',
    'image: decoded ConflictException[message=busy]',
    'image: tree decoded ConflictException[message=busy]',
]) {
    assert log.contains(printed) : "not printed: $printed"
}
