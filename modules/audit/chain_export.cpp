#include <array>
#include <limits>

#include "audit/api.hpp"
#include "audit/sql.hpp"
#include "database/transaction.hpp"
#include "json/value.hpp"

namespace caicach::audit
{
namespace
{

constexpr std::array<std::string_view, 17> columns{"seq",
                                                   "at",
                                                   "actor_account",
                                                   "actor_name",
                                                   "acting_agency",
                                                   "operating_system_user",
                                                   "request_id",
                                                   "action",
                                                   "object_type",
                                                   "object_id",
                                                   "detail",
                                                   "on_behalf_of",
                                                   "on_behalf_of_name",
                                                   "address",
                                                   "session",
                                                   "previous_hash",
                                                   "hash"};

std::string json_line(const database::Row& row)
{
    auto line = json::Value::object();
    line.set("seq", row.integer("seq"));
    for (const auto name : columns)
        if (name != "seq") line.set(name, row.text(name));
    return json::dump(line) + "\n";
}

void add_cell(std::string& line, std::string_view text)
{
    line += line.empty() ? "\"" : ",\"";
    for (const char letter : text) line.append(letter == '"' ? 2 : 1, letter);
    line += '"';
}

std::string csv_line(const database::Row& row)
{
    std::string line;
    for (const auto name : columns) {
        if (name == "seq") {
            add_cell(line, std::to_string(row.integer(name)));
        } else {
            add_cell(line, row.text(name));
        }
    }
    return line + "\r\n";
}

std::string csv_heading()
{
    std::string line;
    for (const auto name : columns) add_cell(line, name);
    return line + "\r\n";
}

}  // namespace

Result<void> export_chain(database::Transaction& transaction,
                          const std::function<void(std::string_view)>& write, ExportFormat format)
{
    const bool is_csv = format == ExportFormat::csv;
    if (is_csv) write(csv_heading());
    const auto visit = [&](const database::Row& row) {
        write(is_csv ? csv_line(row) : json_line(row));
    };
    constexpr auto last = std::numeric_limits<std::int64_t>::max();
    return transaction.each(sql::sealed_between, visit, std::int64_t{1}, last);
}

}  // namespace caicach::audit
