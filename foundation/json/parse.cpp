// Boost.JSON reads; this file alone knows it. Its sources are compiled in here.
#include <boost/json/src.hpp>
#include <new>

#include "json/value.hpp"

namespace caicach::json
{
namespace
{

namespace bj = boost::json;

// As deep as the parser allowed.
// NOLINTNEXTLINE(misc-no-recursion)
Value converted(const bj::value& from)
{
    switch (from.kind()) {
        case bj::kind::null:
            return {};
        case bj::kind::bool_:
            return from.get_bool();
        case bj::kind::int64:
            return std::int64_t{from.get_int64()};
        case bj::kind::uint64:
            return static_cast<double>(from.get_uint64());
        case bj::kind::double_:
            return from.get_double();
        case bj::kind::string:
            return std::string{from.get_string().c_str(), from.get_string().size()};
        case bj::kind::array: {
            Array array;
            array.reserve(from.get_array().size());
            for (const auto& element : from.get_array()) array.push_back(converted(element));
            return array;
        }
        case bj::kind::object: {
            Object object;
            object.reserve(from.get_object().size());
            for (const auto& member : from.get_object()) {
                object.emplace_back(std::string{member.key().data(), member.key().size()},
                                    converted(member.value()));
            }
            return object;
        }
    }
    return {};
}

}  // namespace

Result<Value> parse(std::string_view text, Limits limits)
{
    if (text.size() > limits.bytes) return failure(Failure::too_large, "json.too_large");
    try {
        bj::parse_options options;
        options.max_depth = limits.depth;
        bj::parser parser{{}, options};
        bj::error_code error;
        const auto read = parser.write_some(text.data(), text.size(), error);
        const auto rest = text.substr(read).find_first_not_of(" \t\r\n");
        if (error || rest != std::string_view::npos) {
            return failure(Failure::invalid, "json.malformed", {}, {std::to_string(read)});
        }
        return converted(parser.release());
    } catch (const std::exception& problem) {
        return internal_failure(problem.what());
    }
}

}  // namespace caicach::json
