#include "base/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <array>
#include <memory>

#include "base/json_text.hpp"

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

std::string body(Level level, std::string_view message, std::initializer_list<Field> fields)
{
    std::string out = R"("level":)";
    append_json_text(out, level_names[static_cast<std::size_t>(level)]);
    out += R"(,"message":)";
    append_json_text(out, message);
    for (const auto& field : fields) {
        out += ',';
        append_json_text(out, field.name);
        out += ':';
        if (field.is_number) {
            out += std::to_string(field.number);
        } else {
            append_json_text(out, field.text);
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
