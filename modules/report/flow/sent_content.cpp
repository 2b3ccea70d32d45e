#include "report/flow/sent_content.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "json/value.hpp"
#include "report/filling/cell.hpp"
#include "report/filling/filled.hpp"

namespace caicach::report
{
namespace
{

std::optional<Amount> amount_in(const json::Value& value)
{
    const auto numerator = cell_amount(value["value"].as_string());
    if (!numerator) return {};
    return Amount{*numerator, cell_amount(value["of"].as_string())};
}

std::vector<SentRow> rows_in(const json::Value& lines)
{
    std::vector<SentRow> rows;
    for (const auto& line : lines.elements()) {
        SentRow row{.number = static_cast<int>(line["number"].as_integer()),
                    .name = std::string{line["name"].as_string()}};
        for (const auto& cell : line["cells"].elements()) row.cells.emplace_back(cell.as_string());
        rows.push_back(std::move(row));
    }
    return rows;
}

template <class Wanted>
std::vector<const Wanted*> parts_of(const Definition& definition)
{
    std::vector<const Wanted*> found;
    for (const auto& section : definition.sections)
        for (const auto& part : section.parts)
            if (const auto* one = std::get_if<Wanted>(&part)) found.push_back(one);
    return found;
}

/// What both versions have, in the order of the later one; behind it what only the earlier had.
template <class Wanted>
std::vector<const Wanted*> of_both(const Definition& before, const Definition& after)
{
    auto all = parts_of<Wanted>(after);
    for (const auto* one : parts_of<Wanted>(before)) {
        const bool is_there =
            std::ranges::any_of(all, [&](const Wanted* other) { return other->key == one->key; });
        if (!is_there) all.push_back(one);
    }
    return all;
}

class Comparing
{
public:
    Comparing(const SentSide& before, const SentSide& after) : m_before(before), m_after(after) {}

    std::vector<SentDifference> run()
    {
        for (const auto* one : of_both<Indicator>(m_before.definition, m_after.definition))
            add_number(*one);
        for (const auto* one : of_both<FormTable>(m_before.definition, m_after.definition))
            add_table(*one);
        for (const auto* one : of_both<Narrative>(m_before.definition, m_after.definition))
            add(one->text, text_at(m_before.content, one->key), text_at(m_after.content, one->key));
        add_files();
        return std::move(m_found);
    }

private:
    void add(std::string part, std::string before, std::string after, std::string less = {})
    {
        if (before == after) return;
        m_found.push_back({std::move(part), std::move(before), std::move(after), std::move(less)});
    }

    void add_number(const Indicator& indicator)
    {
        const auto* before = m_before.content.number(indicator.key);
        const auto* after = m_after.content.number(indicator.key);
        const auto words = [&](const SentNumber* one) {
            return one == nullptr ? std::string{} : shown(indicator, one->sent);
        };
        std::string less;
        if (before != nullptr && after != nullptr && !before->sent.denominator &&
            !after->sent.denominator) {
            std::int64_t more{};
            const bool is_kept =
                !__builtin_sub_overflow(after->sent.numerator, before->sent.numerator, &more);
            if (is_kept) less = (more > 0 ? "+" : "") + shown(more, indicator.decimals);
        }
        add(indicator.text, words(before), words(after), std::move(less));
    }

    void add_table(const FormTable& table)
    {
        const auto before = rows_at(m_before.content, table.key);
        const auto after = rows_at(m_after.content, table.key);
        std::set<int> numbers;
        for (const auto& [number, row] : before) numbers.insert(number);
        for (const auto& [number, row] : after) numbers.insert(number);
        for (const int number : numbers) {
            const auto was = before.find(number);
            const auto is = after.find(number);
            const auto& row = is == after.end() ? *was->second : *is->second;
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                add(table.text + ", " + name_of(row) + ", " + table.columns[i].text,
                    was == before.end() ? std::string{} : cell_at(table, *was->second, i),
                    is == after.end() ? std::string{} : cell_at(table, *is->second, i));
        }
    }

    static std::string text_at(const SentContent& content, const std::string& key)
    {
        const auto found = content.texts.find(key);
        return found == content.texts.end() ? std::string{} : found->second;
    }

    static std::map<int, const SentRow*> rows_at(const SentContent& content, const std::string& key)
    {
        std::map<int, const SentRow*> rows;
        const auto found = content.tables.find(key);
        if (found == content.tables.end()) return rows;
        for (const auto& row : found->second) rows.emplace(row.number, &row);
        return rows;
    }

    static std::string cell_at(const FormTable& table, const SentRow& row, std::size_t column)
    {
        if (column >= row.cells.size()) return {};
        return shown_cell_of(table.columns[column], row.cells[column]);
    }

    void add_files()
    {
        const auto has = [](const SentContent& content, const SentFile& file) {
            return std::ranges::find(content.files, file.sha256, &SentFile::sha256) !=
                   content.files.end();
        };
        for (const auto& file : m_before.content.files)
            if (!has(m_after.content, file)) add("Tệp kèm theo", file.name, {});
        for (const auto& file : m_after.content.files)
            if (!has(m_before.content, file)) add("Tệp kèm theo", {}, file.name);
    }

    const SentSide& m_before;
    const SentSide& m_after;
    std::vector<SentDifference> m_found{};
};

}  // namespace

const SentNumber* SentContent::number(std::string_view key) const
{
    const auto found = std::ranges::find(numbers, key, &SentNumber::key);
    return found == numbers.end() ? nullptr : &*found;
}

Result<SentContent> sent_content_from(std::string_view frozen)
{
    const auto value = TRY(json::parse(frozen));
    SentContent content;
    for (const auto& one : value["indicators"].elements()) {
        const auto sent = amount_in(one["sent"]);
        if (!sent) return failure(Failure::invalid, "report.submission.unreadable");
        content.numbers.push_back(
            {std::string{one["key"].as_string()}, *sent, amount_in(one["computed"])});
    }
    for (const auto& [key, lines] : value["tables"].members())
        content.tables.emplace(key, rows_in(lines));
    for (const auto& [key, text] : value["texts"].members())
        content.texts.emplace(key, text.as_string());
    for (const auto& file : value["files"].elements())
        content.files.push_back(
            {std::string{file["name"].as_string()}, std::string{file["sha256"].as_string()}});
    return content;
}

std::vector<SentDifference> differences_of(const SentSide& before, const SentSide& after)
{
    return Comparing{before, after}.run();
}

std::string name_of(const SentRow& row)
{
    return row.name.empty() ? "dòng " + std::to_string(row.number) : row.name;
}

std::string shown_cell_of(const FormColumn& column, std::string_view value)
{
    return shown_cell({.is_number = column.is_number, .decimals = column.decimals}, value);
}

}  // namespace caicach::report
