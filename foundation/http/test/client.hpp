#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace caicach::http::testing
{

/// A socket to a server on loopback, for tests: says bytes and hears bytes.
class Client
{
public:
    explicit Client(std::uint16_t port);
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;
    ~Client();

    void say(std::string_view bytes) const;
    /// One answer with its body by Content-Length; what follows is kept for the next call.
    [[nodiscard]] std::string hear();
    /// All bytes until the server hangs up.
    [[nodiscard]] std::string hear_all();
    /// True where the server hangs up without another byte.
    [[nodiscard]] bool is_hung_up();

private:
    bool read_more();

    int m_descriptor{-1};
    std::string m_heard;
};

/// One request on a connection of its own, answered until the server hangs up.
[[nodiscard]] std::string ask(std::uint16_t port, std::string_view bytes);
[[nodiscard]] int status_of_answer(std::string_view answer);
[[nodiscard]] std::string body_of_answer(std::string_view answer);
[[nodiscard]] std::string header_of_answer(std::string_view answer, std::string_view name);

}  // namespace caicach::http::testing
