import os

os.makedirs("s3/harbour")
head, tail = '{"id":1,"name":"Alba","log":"', '"}'
with open("s3/harbour/boats.json", "w") as f:
    f.write(head + "x" * (4 * 1024 * 1024 - len(head) - len(tail)) + tail + '\n{"id":2,"name":"Brise"}\n')
