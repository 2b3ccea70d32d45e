#include "base/configuration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>
#include <string>
#include <utility>

#include "base/network.hpp"
#include "base/rate.hpp"

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

namespace caicach
{
namespace
{

using Problems = std::vector<std::string>;

const Setting* find_setting(std::span<const Setting> settings, std::string_view key)
{
    const auto found = std::ranges::find(settings, key, &Setting::key);
    return found == settings.end() ? nullptr : &*found;
}

std::size_t edit_distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, replaced}));
        }
    }
    return row.back();
}

std::string unknown_key(std::span<const Setting> settings, std::string_view key,
                        std::string_view origin)
{
    const auto nearest = std::ranges::min_element(
        settings, {}, [&](const Setting& setting) { return edit_distance(setting.key, key); });
    return fmt::format("{}: there is no setting {}; did you mean {}?", origin, key, nearest->key);
}

bool is_among(std::string_view choices, std::string_view value)
{
    while (!choices.empty()) {
        const auto end = std::min(choices.find(' '), choices.size());
        if (choices.substr(0, end) == value) return true;
        choices.remove_prefix(std::min(end + 1, choices.size()));
    }
    return false;
}

bool are_among(std::string_view choices, std::string_view words)
{
    while (true) {
        const auto end = std::min(words.find(' '), words.size());
        if (!is_among(choices, words.substr(0, end))) return false;
        if (end == words.size()) return true;
        words.remove_prefix(end + 1);
    }
}

bool is_site(std::string_view value)
{
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (!value.starts_with(scheme)) continue;
        const auto host = value.substr(scheme.size());
        return !host.empty() && host.find_first_of("/?#@ ") == std::string_view::npos;
    }
    return false;
}

bool is_contact(std::string_view value)
{
    const bool has_scheme = value.starts_with("https://") ||
                            (value.starts_with("mailto:") && value.find('@') < value.size());
    return has_scheme &&
           std::ranges::all_of(value, [](char letter) { return letter > 0x20 && letter < 0x7f; });
}

bool is_port(std::string_view text)
{
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc{} && end == text.data() + text.size() && port > 0;
}

/// The longest path of a unix socket is what sockaddr_un holds.
bool is_daemon(std::string_view value)
{
    constexpr std::size_t path_bytes_max = 107;
    if (value.starts_with('/')) return value.size() <= path_bytes_max;
    for (const std::string_view host : {"127.0.0.1:", "[::1]:"})
        if (value.starts_with(host)) return is_port(value.substr(host.size()));
    return false;
}

std::optional<std::string> problem_with(const Setting& setting, std::string_view value)
{
    if (setting.kind == Setting::Kind::boolean && value != "true" && value != "false") {
        return fmt::format("{} must be true or false, not \"{}\"", setting.key, value);
    }
    if (setting.kind == Setting::Kind::choice && !is_among(setting.choices, value)) {
        return fmt::format("{} must be one of: {}; not \"{}\"", setting.key, setting.choices,
                           value);
    }
    if (setting.kind == Setting::Kind::words && !are_among(setting.choices, value)) {
        return fmt::format("{} must be some of: {}; not \"{}\"", setting.key, setting.choices,
                           value);
    }
    if (setting.kind == Setting::Kind::site && !value.empty() && !is_site(value)) {
        return fmt::format("{} must look like https://name.vn, with no path, not \"{}\"",
                           setting.key, value);
    }
    if (setting.kind == Setting::Kind::rates && !parse_rates(value)) {
        return fmt::format("{} must look like 300/5m, 300/5m 50/10s or off, not \"{}\"",
                           setting.key, value);
    }
    if (setting.kind == Setting::Kind::networks && !parse_networks(value)) {
        return fmt::format("{} must name addresses such as 203.0.113.7 or 10.1.0.0/16, not \"{}\"",
                           setting.key, value);
    }
    if (setting.kind == Setting::Kind::contact && !value.empty() && !is_contact(value)) {
        return fmt::format("{} must be mailto:NAME@HOST or https://…, without blanks, not \"{}\"",
                           setting.key, value);
    }
    if (setting.kind == Setting::Kind::daemon && !value.empty() && !is_daemon(value)) {
        return fmt::format(
            "{} must be the path of a socket, 127.0.0.1:PORT or [::1]:PORT, not \"{}\"",
            setting.key, value);
    }
    if (setting.kind != Setting::Kind::integer) return std::nullopt;
    std::int64_t number{};
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc{} || end != value.data() + value.size()) {
        return fmt::format("{} must be a whole number, not \"{}\"", setting.key, value);
    }
    if (number < setting.lowest || number > setting.highest) {
        return fmt::format("{} must lie between {} and {}, not {}", setting.key, setting.lowest,
                           setting.highest, number);
    }
    return std::nullopt;
}

/// Nothing for what no setting can be: a list, a fraction, a date, a table.
std::optional<std::string> to_text(const toml::node& node)
{
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* number = node.as_integer()) return std::to_string(number->get());
    if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";
    return std::nullopt;
}

std::map<std::string, std::string> read_file(const std::string& path, Problems& problems)
{
    std::map<std::string, std::string> values;
    const auto parsed = toml::parse_file(path);
    if (!parsed) {
        problems.push_back(fmt::format("{}:{}: {}", path, parsed.error().source().begin.line,
                                       parsed.error().description()));
        return values;
    }
    for (const auto& [section, node] : parsed.table()) {
        const auto* table = node.as_table();
        if (table == nullptr) {
            problems.push_back(
                fmt::format("{}: {} stands outside a [section]", path, section.str()));
            continue;
        }
        for (const auto& [name, value] : *table) {
            auto key = fmt::format("{}.{}", section.str(), name.str());
            if (auto text = to_text(value)) {
                values[std::move(key)] = std::move(*text);
            } else {
                problems.push_back(fmt::format(
                    "file {}: {} must be a text in quotes, a whole number, true or false", path,
                    key));
            }
        }
    }
    return values;
}

constexpr std::string_view variable_prefix = "CAICACH_";
constexpr std::string_view file_suffix = "_FILE";
constexpr std::size_t secret_bytes_max = 64 * 1024;

std::string in_lower_case(std::string_view text)
{
    std::string lower;
    for (const auto c : text) lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return lower;
}

/// CAICACH_SERVER__PORT is server.port. CAICACH_SERVER_PORT becomes server_port, which is no
/// setting: the refusal names the nearest.
std::string key_of_variable(std::string_view name)
{
    auto key = in_lower_case(name.substr(variable_prefix.size()));
    if (const auto cut = key.find("__"); cut != std::string::npos) key.replace(cut, 2, ".");
    return key;
}

/// The first line of a file that holds one value: a password in a file of its own reaches neither
/// the process list nor a child's environment.
std::optional<std::string> first_line(const std::string& path)
{
    std::ifstream file{path};
    std::string line(secret_bytes_max, '\0');
    file.getline(line.data(), static_cast<std::streamsize>(line.size()));
    if (!file && !file.eof()) return std::nullopt;
    line.resize(line.find('\0'));
    if (line.ends_with('\r')) line.pop_back();
    return line;
}

}  // namespace

Result<Configuration> Configuration::load(std::span<const Setting> settings, const Sources& sources)
{
    Configuration configuration;
    Problems problems;
    for (const auto& setting : settings) {
        configuration.m_entries[std::string{setting.key}] = {std::string{setting.fallback},
                                                             "default"};
    }
    const auto take = [&](const std::string& key, const std::string& value,
                          const std::string& origin) {
        const auto* setting = find_setting(settings, key);
        if (setting == nullptr) {
            problems.push_back(unknown_key(settings, key, origin));
        } else if (auto problem = problem_with(*setting, value)) {
            problems.push_back(fmt::format("{}: {}", origin, *problem));
        } else {
            configuration.m_entries[key] = {value, origin};
        }
    };
    if (!sources.file.empty()) {
        for (const auto& [key, value] : read_file(sources.file, problems))
            take(key, value, "file " + sources.file);
    }
    for (const auto& [name, value] : sources.environment) {
        if (!name.starts_with(variable_prefix)) continue;
        const auto origin = "environment " + name;
        const auto key = key_of_variable(name);
        if (!name.ends_with(file_suffix) || find_setting(settings, key) != nullptr) {
            take(key, value, origin);
            continue;
        }
        const auto plain = name.substr(0, name.size() - file_suffix.size());
        if (sources.environment.contains(plain)) {
            problems.push_back(fmt::format("{}: {} is set too; keep one", origin, plain));
        } else if (const auto line = first_line(value)) {
            take(key_of_variable(plain), *line, fmt::format("{} ({})", origin, value));
        } else {
            problems.push_back(fmt::format("{}: {} cannot be read", origin, value));
        }
    }
    for (const auto& [key, value] : sources.command_line) take(key, value, "command line");
    if (!problems.empty())
        return failure(Failure::invalid, "base.configuration.wrong", {}, std::move(problems));
    return configuration;
}

const std::string& Configuration::text(std::string_view key) const
{
    const auto found = m_entries.find(key);
    VERIFY(found != m_entries.end());
    return found->second.value;
}

std::int64_t Configuration::integer(std::string_view key) const
{
    const auto& value = text(key);
    std::int64_t number{};
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

bool Configuration::boolean(std::string_view key) const { return text(key) == "true"; }

}  // namespace caicach
