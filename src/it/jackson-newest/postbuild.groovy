def log = new File(basedir, 'build.log').text
for (printed in [
    'rejected: JSON: found an array, expected an object at line 1, column 12',
    'rejected: YAML: found an array, expected an object at line 1, column 12',
]) {
    assert log.contains(printed) : "not printed: $printed"
}
assert log.readLines().count { it == 'decoded true, true' } == 4
// The newest Jackson, and the annotations that it needs, whichever was declared first.
assert log.readLines().count { it =~ /^class path: jackson-databind-3\.(?!1\.)/ } == 2
assert log.readLines().count { it =~ /^class path: jackson-annotations-2\.(?!21)/ } == 2
