def log = new File(basedir, 'build.log').text
assert log =~ /Tests run: [1-9]\d\d+, Failures: 0, Errors: 0, Skipped: 0/ : 'the tests did not run'
