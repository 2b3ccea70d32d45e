#include "report/flow/corrected_rows.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "report/form/form_cache.hpp"

namespace caicach::report
{
namespace
{

/// "mo_hinh" of "mo_hinh/ten"; empty where it is no cell of a table whose rows come and go.
std::string table_in(const Definition& definition, const std::string& field)
{
    const auto key = field.substr(0, field.find('/'));
    for (const auto& section : definition.sections) {
        for (const auto& part : section.parts) {
            const auto* table = std::get_if<FormTable>(&part);
            if (table != nullptr && table->key == key)
                return table->rows_of == RowsOf::fixed ? std::string{} : key;
        }
    }
    return {};
}

bool is_touched(const CellChange& change) { return !change.base || *change.base != change.value; }

/// What is asked of one table.
struct Asked {
    std::vector<int> removed{};
    std::map<int, int> added{};  ///< numbers of the page, and their places among the new rows
    bool is_touched{};
};

class Correcting
{
public:
    Correcting(const Definition& definition, const Correction& correction)
        : m_definition(definition), m_correction(correction)
    {
        for (const auto& row : correction.removed_rows)
            m_asked[row.field].removed.push_back(row.row);
        for (const auto& one : correction.new_rows) {
            if (one.value.empty()) continue;
            auto& added = m_asked[table_in(definition, one.field)].added;
            added.emplace(one.row, static_cast<int>(added.size()));
        }
        for (const auto& one : correction.changes) {
            const auto table = table_in(definition, one.field);
            if (!table.empty() && is_touched(one)) m_asked[table].is_touched = true;
        }
    }

    Result<void> run(Context& context, database::Transaction& transaction, const Report& report)
    {
        for (const auto& [table, asked] : m_asked) {
            const TableCorrection correction{.table = table,
                                             .removed = asked.removed,
                                             .added = static_cast<int>(asked.added.size())};
            const auto done = TRY(correct_table(context, transaction, report, correction));
            m_done.emplace(table, done);
        }
        return {};
    }

    [[nodiscard]] std::vector<KeptChange> changes() const
    {
        std::vector<KeptChange> found;
        for (const auto& one : m_correction.changes) {
            KeptChange change{.kept = one, .shown = {one.field, one.row}};
            const auto table = table_in(m_definition, one.field);
            const auto asked = m_asked.find(table);
            if (!table.empty() && asked != m_asked.end()) {
                const auto& removed = asked->second.removed;
                if (std::ranges::find(removed, one.row) != removed.end()) continue;
                change.kept.row += m_done.at(table).shift;
            }
            found.push_back(std::move(change));
        }
        for (const auto& one : m_correction.new_rows) {
            if (one.value.empty()) continue;
            const auto table = table_in(m_definition, one.field);
            KeptChange change{.kept = one, .shown = {one.field, one.row}, .is_of_new_row = true};
            change.kept.row = m_done.at(table).first_added + m_asked.at(table).added.at(one.row);
            found.push_back(std::move(change));
        }
        return found;
    }

private:
    const Definition& m_definition;
    const Correction& m_correction;
    std::map<std::string, Asked> m_asked{};
    std::map<std::string, CorrectedTable> m_done{};
};

}  // namespace

Result<std::vector<KeptChange>> correct_rows(Context& context, database::Transaction& transaction,
                                             const Report& report, const Correction& correction)
{
    const auto definition = TRY(form_content(transaction, report.version_of_form));
    Correcting correcting{*definition, correction};
    TRY(correcting.run(context, transaction, report));
    return correcting.changes();
}

}  // namespace caicach::report
