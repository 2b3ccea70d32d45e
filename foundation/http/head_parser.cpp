// The only file that knows Beast; session.hpp says who knows Asio.
#include "http/head_parser.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

#include "http/ascii.hpp"
#include "http/limits.hpp"

namespace caicach::http
{

Head parse_head(std::string_view text)
{
    namespace beast = boost::beast::http;

    Head head;
    head.refusal = status_of_version(text);
    if (head.refusal != 0) return head;
    const auto method = method_from(text.substr(0, text.find(' ')));
    if (!method) return {.refusal = 501};

    beast::request_parser<beast::empty_body> parser;
    parser.header_limit(limits::head_bytes_max + 1);
    parser.body_limit(boost::none);
    boost::system::error_code error;
    parser.put(boost::asio::buffer(text.data(), text.size()), error);
    if (error || !parser.is_header_done()) return {.refusal = 400};

    const auto& message = parser.get();
    const bool is_http_1_1 = message.version() >= 11;
    head.keeps_alive = is_http_1_1 && message.keep_alive();
    head.parts.method = *method;
    head.parts.target = std::string(message.target());
    for (const auto& field : message)
        head.parts.headers.push_back(
            {lower_ascii(std::string_view(field.name_string())), std::string(field.value())});
    head.refusal = read_framing(head.parts.headers, is_http_1_1, head.framing);
    return head;
}

}  // namespace caicach::http
