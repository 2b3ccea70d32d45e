#include "base/log.hpp"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <array>
#include <memory>

namespace caicach::log
{
namespace
{

constexpr std::array<std::string_view, 4> level_names{"debug", "info", "warning", "error"};

/// The process's one logger: spdlog's lock keeps lines whole when threads write at once.
spdlog::logger& logger()
{
    static const auto instance = [] {
        // spdlog takes its sinks shared; we share neither with anybody.
        auto made = std::make_shared<spdlog::logger>(
            "caicach", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        made->set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ",%v})", spdlog::pattern_time_type::utc);
        made->flush_on(spdlog::level::info);
        return made;
    }();
    return *instance;
}

void append_quoted(std::string& out, std::string_view text)
{
    out += '"';
    for (const auto c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
        } else {
            out += c;
        }
    }
    out += '"';
}

std::string body(Level level, std::string_view message, std::initializer_list<Field> fields)
{
    std::string out = R"("level":)";
    append_quoted(out, level_names[static_cast<std::size_t>(level)]);
    out += R"(,"message":)";
    append_quoted(out, message);
    for (const auto& field : fields) {
        out += ',';
        append_quoted(out, field.name);
        out += ':';
        if (field.is_number) {
            out += std::to_string(field.number);
        } else {
            append_quoted(out, field.text);
        }
    }
    return out;
}

}  // namespace

void write(Level level, std::string_view message, std::initializer_list<Field> fields)
{
    constexpr std::array levels{spdlog::level::debug, spdlog::level::info, spdlog::level::warn,
                                spdlog::level::err};
    const auto spdlog_level = levels[static_cast<std::size_t>(level)];
    if (!logger().should_log(spdlog_level)) return;
    logger().log(spdlog_level, "{}", body(level, message, fields));
}

bool set_level(std::string_view name)
{
    if (name == "off") {
        logger().set_level(spdlog::level::off);
        return true;
    }
    for (std::size_t i = 0; i < level_names.size(); ++i) {
        if (level_names[i] != name) continue;
        constexpr std::array levels{spdlog::level::debug, spdlog::level::info, spdlog::level::warn,
                                    spdlog::level::err};
        logger().set_level(levels[i]);
        return true;
    }
    return false;
}

std::string render(Level level, std::string_view message, std::initializer_list<Field> fields)
{
    return "{" + body(level, message, fields) + "}";
}

}  // namespace caicach::log
