def log = new File(basedir, 'build.log').text
for (printed in [
    'decoded true, v=0\n',
    'decoded true, null\n',
    'decoded unknown Odd\n',
    'decoded a conflict: busy\n',
    "Main.kt:5:51 Null cannot be a value of a non-null type 'String'.",
]) {
    assert log.contains(printed) : "not printed: $printed"
}
