import os

os.makedirs("s3/harbour")
with open("s3/harbour/boats.json", "w") as f:
    f.write('{"id":1,"v":["%s"]}\n{"id":2,"v":["%s"]}\n{"id":3,"v":[]}\n' % ("x" * 65535, "x" * 65536))
