#include "evidence/import/fact_comparison.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "crypto/crypto.hpp"
#include "evidence/fact_rows.hpp"
#include "evidence/fact_rules.hpp"
#include "evidence/permissions.hpp"
#include "evidence/sql.hpp"
#include "evidence/typed_fact.hpp"

namespace caicach::evidence
{
namespace
{

/// What an import made of a row last, and what undid that.
struct Known {
    FactId wrote{};
    FactId left{};  ///< the fact as the imports left it: `wrote`, or what undid it
};

Result<std::optional<Known>> known_row(database::Transaction& transaction,
                                       organisation::AgencyId agency, std::string_view code)
{
    const auto known = [](const database::Row& row) {
        const Known found{.wrote = row.id<FactId>("fact_id"), .left = row.id<FactId>("undone_by")};
        return found.left ? found : Known{.wrote = found.wrote, .left = found.wrote};
    };
    return transaction.maybe_one(sql::imported_row, known, agency, code);
}

bool says_the_same(const Fact& wanted, const RecordedFact& fact)
{
    return wanted.title == fact.title && wanted.happened_on == fact.happened_on &&
           wanted.quantity == fact.quantity && wanted.link == fact.link &&
           wanted.file_sha256 == fact.file_sha256 && wanted.kind.product == fact.product &&
           (wanted.source_object == 0 || wanted.source_object == fact.source_object);
}

void add_change(std::string& text, std::string_view key, const std::string& was,
                const std::string& is)
{
    if (was == is) return;
    if (!text.empty()) text += "; ";
    text.append(fact_column_title(key)).append(": ");
    text.append(was.empty() ? "(trống)" : was).append(" → ");
    text.append(is.empty() ? "(trống)" : is);
}

/// "Số lượng: 2 → 3; Ngày làm xong: …"
std::string text_of_change(const RecordedFact& before, const Fact& after)
{
    std::string text;
    const auto add = [&](std::string_view key, const std::string& was, const std::string& is) {
        add_change(text, key, was, is);
    };
    add("title", before.title, after.title);
    add("happened_on", before.happened_on.vietnamese(), after.happened_on.vietnamese());
    add("quantity", std::to_string(before.quantity), std::to_string(after.quantity));
    add("link", before.link, after.link);
    add("file", before.file_sha256, after.file_sha256);
    return text;
}

class Comparing
{
public:
    Comparing(Context& context, database::Transaction& transaction)
        : m_context(context), m_transaction(transaction)
    {
    }

    Result<FactComparison> run(const FactSheet& sheet)
    {
        m_result.conflicts = sheet.conflicts;
        m_result.unused_columns = sheet.unused_columns;
        for (const auto& row : sheet.rows) TRY(compare_row(row));
        std::ranges::stable_sort(m_result.conflicts, {}, &FactConflict::row);
        return std::move(m_result);
    }

private:
    Result<void> compare_row(const FactRow& row)
    {
        const auto agency = TRY(agency_of_row(row));
        if (!agency) return {};
        const auto first = m_rows.try_emplace({agency->id, row.code}, row.number);
        if (!first.second) {
            refuse(row, "code", "evidence.import.code_twice",
                   {std::to_string(first.first->second)});
            return {};
        }
        RowChange change{.row = row, .agency_name = agency->name};
        change.fact = fact_of(row, agency->id);
        const bool is_known = TRY(name_duty(row, change.fact));
        if (!is_known) return {};
        const auto about = TRY(agencies_of_about(row));
        if (!about) return {};
        change.subjects = in_order(
            {.agencies = *about, .manner = manner_from(row.manner).value_or(Manner::not_said)});
        if (!is_fit(row, change)) return {};
        const bool goes = TRY(add_to_known(change));
        if (goes) m_result.changes.push_back(std::move(change));
        return {};
    }

    /// Nothing where the row names none that the person may record for.
    Result<std::optional<organisation::AgencySummary>> agency_of_row(const FactRow& row)
    {
        using Found = std::optional<organisation::AgencySummary>;
        auto found = TRY(named_agency(row));
        if (!found) {
            refuse(row, "agency", "evidence.import.agency_unknown", {row.agency});
            return Found{};
        }
        if (!m_context.may(record_facts, organisation::scope_of(found->id))) {
            refuse(row, "agency", "evidence.import.not_yours", {found->name});
            return Found{};
        }
        return found;
    }

    Result<std::optional<organisation::AgencySummary>> named_agency(const FactRow& row)
    {
        using Found = std::optional<organisation::AgencySummary>;
        const auto own = organisation::agency_of(m_context.actor().agency);
        if (!row.agency.empty()) return agency_called(row.agency, row.happened_on);
        auto mine = TRY(organisation::agency_by_id(m_transaction, own, row.happened_on));
        return Found{std::move(mine)};
    }

    /// By its code or its name on the day.
    Result<std::optional<organisation::AgencySummary>> agency_called(const std::string& text,
                                                                     Date day)
    {
        using Found = std::optional<organisation::AgencySummary>;
        auto by_code = organisation::agency_by_code(m_transaction, text, day);
        if (by_code) return Found{std::move(*by_code)};
        if (by_code.error().kind != Failure::not_found)
            return tl::unexpected<Error>(by_code.error());
        const auto meant = TRY(organisation::resolve_name(m_transaction, text, day));
        const auto* id = std::get_if<organisation::AgencyId>(&meant);
        if (id == nullptr) return Found{};
        auto named = TRY(organisation::agency_by_id(m_transaction, *id, day));
        return Found{std::move(named)};
    }

    /// Nothing where the row names one that nobody knows.
    Result<std::optional<std::vector<organisation::AgencyId>>> agencies_of_about(const FactRow& row)
    {
        std::optional<std::vector<organisation::AgencyId>> agencies{std::in_place};
        for (const auto& name : row.about) {
            const auto agency = TRY(agency_called(name, row.happened_on));
            if (!agency) {
                refuse(row, "about", "evidence.import.agency_unknown", {name});
                agencies.reset();
                return agencies;
            }
            agencies->push_back(agency->id);
        }
        return agencies;
    }

    static Fact fact_of(const FactRow& row, organisation::AgencyId agency)
    {
        return {.kind = typed_kind(product_of(row.product)),
                .agency = agency,
                .happened_on = row.happened_on,
                .quantity = row.quantity,
                .title = row.title,
                .link = row.link,
                .file_sha256 = row.file_sha256,
                .source_module = "evidence",
                .is_typed = true};
    }

    /// Answers whether what the row was done for is known, where it says so.
    Result<bool> name_duty(const FactRow& row, Fact& fact)
    {
        if (row.duty.empty()) return true;
        TRY(m_context.publish(m_transaction, DutyAsked{.text = row.duty,
                                                       .agency = fact.agency,
                                                       .product = row.product,
                                                       .day = row.happened_on,
                                                       .fact = &fact}));
        if (fact.source_object != 0) return true;
        refuse(row, "duty", "evidence.import.duty_unknown", {row.duty});
        return false;
    }

    bool is_fit(const FactRow& row, const RowChange& change)
    {
        const auto& fact = change.fact;
        const auto about = check_subjects(fact, change.subjects);
        if (!about) {
            refuse(row, "about", about.error().key, about.error().arguments);
            return false;
        }
        if (fact.link.empty() && fact.file_sha256.empty()) {
            refuse(row, "link", "evidence.import.proof_missing");
            return false;
        }
        const auto checked = check_fact(fact, m_context.today());
        if (checked) return true;
        refuse(row, checked.error().field, checked.error().key, checked.error().arguments);
        return false;
    }

    /// What the row means for what the ledger has of it; answers whether it can be taken over.
    Result<bool> add_to_known(RowChange& change)
    {
        auto& fact = change.fact;
        const auto known = TRY(known_row(m_transaction, fact.agency, change.row.code));
        if (!known) {
            change.outcome = RowOutcome::created;
            return true;
        }
        const auto last = TRY(last_correction(m_transaction, known->wrote));
        const auto now = TRY(fact_by_id(m_transaction, last));
        const auto wrote = TRY(fact_by_id(m_transaction, known->wrote));
        const bool is_ours = last == known->left;
        const auto about_now = TRY(subjects_of(m_transaction, now.id));
        const auto about_then = TRY(subjects_of(m_transaction, wrote.id));
        const bool is_same_now = says_the_same(fact, now) && change.subjects == about_now;
        const bool is_same_then = says_the_same(fact, wrote) && change.subjects == about_then;
        if (is_same_now || (!is_ours && is_same_then)) return true;
        if (!is_ours) {
            refuse(change.row, "code", "evidence.import.corrected_by_hand");
            return false;
        }
        if (now.product != fact.kind.product) {
            refuse(change.row, "product", "evidence.import.other_product");
            return false;
        }
        fact.supersedes = now.id;
        if (fact.file_sha256 == now.file_sha256) fact.file = now.file;
        change.outcome = RowOutcome::changed;
        change.text = text_of_change(now, fact);
        const auto about_before = TRY(subjects_in_words(m_transaction, now));
        const auto about_after = TRY(words_of(m_transaction, change.subjects, fact.happened_on));
        add_change(change.text, "about", about_before, about_after);
        return true;
    }

    void refuse(const FactRow& row, std::string_view column, std::string key,
                std::vector<std::string> arguments = {})
    {
        m_result.conflicts.push_back({.row = row.number,
                                      .column = fact_column_title(column),
                                      .error = {.kind = Failure::invalid,
                                                .key = std::move(key),
                                                .arguments = std::move(arguments)}});
    }

    Context& m_context;
    database::Transaction& m_transaction;
    std::map<std::pair<organisation::AgencyId, std::string>, int> m_rows{};  ///< with their number
    FactComparison m_result{};
};

}  // namespace

std::size_t FactComparison::count(RowOutcome outcome) const
{
    return static_cast<std::size_t>(std::ranges::count(changes, outcome, &RowChange::outcome));
}

std::string FactComparison::stamp() const
{
    std::string told;
    for (const auto& change : changes) {
        told.append(std::to_string(change.row.number)).append(" ");
        told.append(std::to_string(static_cast<int>(change.outcome))).append(" ");
        told.append(std::to_string(change.fact.agency.value)).append("\t");
        told.append(change.text).append("\n");
    }
    return crypto::sha256_hex(told);
}

Result<FactComparison> compare(Context& context, database::Transaction& transaction,
                               const FactSheet& sheet)
{
    return Comparing{context, transaction}.run(sheet);
}

}  // namespace caicach::evidence
