-- A morning's storm of sign-ins for wrk: each from another address, with another name and a wrong password.
-- Arguments: the visitor's cookie and its form's token. Whoever was answered comes again in a tenth of a second.
local cookie, token, thread = "", "", 0
local count = 0

function setup(each)
    thread = thread + 1
    each:set("number", thread)
end

function init(arguments)
    cookie, token = arguments[1], arguments[2]
end

function delay()
    return 100
end

function request()
    count = count + 1
    local address = string.format("10.%d.%d.%d", number, math.floor(count / 256) % 256, count % 256)
    local body = string.format("csrf=%s&user_name=t%d.n%d@songlam.gov.vn&password=khong+phai+mat+khau", token, number, count)
    return wrk.format("POST", "/dang-nhap", {
        ["Cookie"] = cookie,
        ["Content-Type"] = "application/x-www-form-urlencoded",
        ["X-Forwarded-For"] = address,
    }, body)
end
