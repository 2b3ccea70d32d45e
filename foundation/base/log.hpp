#pragma once
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace caicach::log
{

enum class Level { debug, info, warning, error };

/// One named value of a log line. Never personal data: ids, counts, routes and durations only.
struct Field {
    Field(std::string_view field_name, std::string_view field_value)
        : name(field_name), text(field_value)
    {
    }
    Field(std::string_view field_name, const char* field_value)
        : name(field_name), text(field_value)
    {
    }
    Field(std::string_view field_name, std::int64_t field_value)
        : name(field_name), number(field_value), is_number(true)
    {
    }
    std::string_view name;
    std::string_view text{};
    std::int64_t number{};
    bool is_number{};
};

/// Writes one JSON line to standard error: time (UTC), level, message and fields. Failures are
/// logged once, where they stop.
void write(Level level, std::string_view message, std::initializer_list<Field> fields = {});
inline void info(std::string_view message, std::initializer_list<Field> fields = {})
{
    write(Level::info, message, fields);
}
inline void warning(std::string_view message, std::initializer_list<Field> fields = {})
{
    write(Level::warning, message, fields);
}
inline void error(std::string_view message, std::initializer_list<Field> fields = {})
{
    write(Level::error, message, fields);
}

/// Lines below this level are dropped. False where the name is none of debug, info, warning, error,
/// off.
bool set_level(std::string_view name);

/// The fields as JSON, for tests: `{"level":"info",…}` without the time.
[[nodiscard]] std::string render(Level level, std::string_view message,
                                 std::initializer_list<Field> fields);

}  // namespace caicach::log
