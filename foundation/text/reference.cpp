#include "text/reference.hpp"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <set>
#include <utility>

#include "text/text.hpp"

namespace caicach::text
{
namespace
{

namespace fs = std::filesystem;

constexpr std::uintmax_t bytes_max = 1 << 20;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Texts are kept as long as the process, since tables look at them: one for each file and start.
struct Store {
    std::mutex mutex{};
    std::deque<std::string> kept{};
    std::map<std::string, std::string_view, std::less<>> own{};
};

Store& store()
{
    static Store only;
    return only;
}

tl::unexpected<Error> refused(std::string_view what, std::vector<std::string> arguments = {})
{
    return failure(Failure::invalid, "text.reference." + std::string{what}, {},
                   std::move(arguments));
}

/// What rows are told apart by: what stands before the days on which they hold, else the key.
std::string key_of(const Table& table, const Table::Row& row)
{
    std::string key;
    const auto columns = table.columns();
    const auto days = std::ranges::find(columns, "valid_from");
    if (days == columns.end()) return std::string{table.at(row, "key")};
    for (auto column = columns.begin(); column != days; ++column)
        key += std::string{table.at(row, *column)} + ';';
    return key;
}

/// ISO days are in order as texts are; without an end they hold for ever.
Result<void> check_days(const Table& table)
{
    struct Held {
        std::string from{};
        std::string to{};
    };
    std::map<std::string, std::vector<Held>> all;
    for (const auto& row : table.rows()) {
        auto key = key_of(table, row);
        if (key.empty() && !table.has("valid_from")) continue;
        Held held{.from = std::string{table.at(row, "valid_from")},
                  .to = std::string{table.at(row, "valid_to")}};
        if (held.to.empty()) held.to = "9999-12-31";
        if (held.to < held.from)
            return malformed_field(row.line, "valid_to", table.at(row, "valid_to"));
        auto& others = all[std::move(key)];
        const auto meets = [&](const Held& other) {
            return held.from <= other.to && other.from <= held.to;
        };
        if (std::ranges::any_of(others, meets)) return refused("twice", {std::to_string(row.line)});
        others.push_back(std::move(held));
    }
    return {};
}

Result<std::string> read_file(const fs::path& path)
{
    std::error_code error;
    const auto bytes = fs::file_size(path, error);
    if (error) return refused("unreadable");
    if (bytes > bytes_max) return refused("too_large");
    std::string text(bytes, '\0');
    std::ifstream stream{path, std::ios::binary};
    if (!stream.read(text.data(), static_cast<std::streamsize>(bytes)))
        return refused("unreadable");
    if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
    return text;
}

Result<std::string> own_text(const fs::path& path, std::span<const ReferenceFile> known)
{
    const auto name = path.filename().string();
    const auto file = std::ranges::find(known, name, &ReferenceFile::name);
    if (file == known.end()) {
        std::vector<std::string_view> names;
        names.reserve(known.size());
        for (const auto& one : known) names.push_back(one.name);
        return refused("unknown", {join(std::span<const std::string_view>{names}, ", ")});
    }
    auto text = TRY(read_file(path));
    TRY(check_reference(*file, text));
    return text;
}

/// In the order of their names.
std::set<fs::path> files_in(const std::string& folder)
{
    std::set<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator at{folder, error}, end; !error && at != end; at.increment(error))
        if (at->path().extension() == ".csv") files.insert(at->path());
    return files;
}

}  // namespace

Result<Table> table_of(const ReferenceFile& file)
{
    auto& all = store();
    const std::scoped_lock lock{all.mutex};
    const auto own = all.own.find(file.name);
    return Table::parse(own == all.own.end() ? file.built_in : own->second);
}

Result<void> check_reference(const ReferenceFile& file, std::string_view text)
{
    if (!is_utf8(text)) return refused("encoding");
    const auto table = TRY(Table::parse(text));
    const auto built_in = TRY(Table::parse(file.built_in));
    for (const auto column : built_in.columns())
        if (!table.has(column)) return refused("column", {std::string{column}});
    if (built_in.has("source")) {
        for (const auto& row : table.rows())
            if (table.at(row, "source").empty())
                return refused("source_missing", {std::to_string(row.line)});
    }
    TRY(file.check(table));
    return check_days(table);
}

Result<void> require_unended(const Table& table, std::string_view column, std::string_view key)
{
    const auto is_unended = [&](const Table::Row& row) {
        return table.at(row, column) == key && table.at(row, "valid_to").empty();
    };
    if (std::ranges::any_of(table.rows(), is_unended)) return {};
    return refused("unended", {std::string{key}});
}

Result<void> require_keys(const Table& table, const Table& built_in)
{
    for (const auto& row : built_in.rows()) {
        const auto key = built_in.at(row, "key");
        const auto is_same = [&](const Table::Row& own) { return table.at(own, "key") == key; };
        if (std::ranges::none_of(table.rows(), is_same))
            return refused("key_gone", {std::string{key}});
    }
    return {};
}

Result<bool> yes_or_no(const Table& table, const Table::Row& row, std::string_view column)
{
    const auto said = table.at(row, column);
    if (said != "yes" && said != "no") return malformed_field(row.line, column, said);
    return said == "yes";
}

Result<std::string> required_text(const Table& table, const Table::Row& row,
                                  std::string_view column)
{
    const auto said = table.at(row, column);
    if (said.empty()) return malformed_field(row.line, column, said);
    return std::string{said};
}

OwnReferences use_own_references(const std::string& folder, std::span<const ReferenceFile> known)
{
    OwnReferences found;
    std::map<std::string, std::string> texts;
    for (const auto& path : files_in(folder)) {
        auto text = own_text(path, known);
        auto name = path.filename().string();
        if (!text) {
            found.faults.push_back({path.string(), std::move(text).error()});
            continue;
        }
        texts.emplace(name, std::move(*text));
        found.names.push_back(std::move(name));
    }
    auto& all = store();
    const std::scoped_lock lock{all.mutex};
    all.own.clear();
    if (!found.faults.empty()) return found;
    for (auto& [name, text] : texts) {
        all.kept.push_back(std::move(text));
        all.own.emplace(name, all.kept.back());
    }
    return found;
}

}  // namespace caicach::text
