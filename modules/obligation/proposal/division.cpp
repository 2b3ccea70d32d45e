#include "obligation/proposal/division.hpp"

#include <algorithm>
#include <utility>

#include "obligation/board/task_list.hpp"
#include "obligation/cascade/given.hpp"
#include "obligation/cascade/part_store.hpp"
#include "obligation/proposal/proposal_paths.hpp"
#include "obligation/proposal/proposal_steps.hpp"
#include "obligation/state_views.hpp"
#include "text/collate.hpp"

namespace caicach::obligation
{
namespace
{

constexpr std::string_view handed_on = "Giao cho đơn vị trực thuộc";
constexpr std::string_view agreed = "Đã thống nhất";
constexpr std::string_view agreed_and_asked = "Đã thống nhất, đang đề nghị sửa";

class Table
{
public:
    Table(database::Transaction& transaction, Division& division, Date today)
        : m_names(transaction, today), m_division(division), m_today(today)
    {
        m_division.table = {.title = "Theo hạn của từng phần; phần chưa thống nhất không ai nợ",
                            .columns = {{.name = "Cơ quan", .width = 30},
                                        {.name = "Nội dung", .width = 50},
                                        {.name = "Số lượng", .is_number = true},
                                        {.name = "Đã làm", .is_number = true},
                                        {.name = "Còn thiếu", .is_number = true},
                                        {.name = "Hạn"},
                                        {.name = "Thống nhất", .width = 30},
                                        {.name = "Tình trạng"}}};
    }

    /// A part, with the proposal that it is of; none: it was handed on.
    Result<void> add(const Part& part, const Proposal* proposal)
    {
        const auto& owed = part.obligation;
        const bool is_closed = owed.closing == Closing::closed;
        const auto* agency = TRY(m_names.of(owed.agency));
        if (!is_closed) m_division.given += owed.needed;
        m_division.table.rows.push_back(
            {text_cell(agency->name, task_path(owed.code)), text_cell(part.note),
             number_cell(owed.needed), number_cell(owed.done),
             number_cell(owed.closing == Closing::none ? owed.missing() : 0),
             text_cell(owed.due_on.vietnamese()), agreement_of_part(proposal),
             text_cell(std::string{state_text(owed, m_today)})});
        return {};
    }

    /// What is not agreed: nobody owes it. Where a part stands it is asked to be otherwise.
    Result<void> add(const Proposal& proposal, const Obligation& whole, bool has_part)
    {
        const auto* agency = TRY(m_names.of(proposal.agency));
        const auto& terms = proposal.terms;
        if (proposal.is_waiting() && !has_part) m_division.waiting += terms.needed;
        m_division.table.rows.push_back(
            {text_cell(agency->name, proposal_path(proposal.code)), text_cell(note_of(terms)),
             number_cell(terms.needed), text_cell(""), text_cell(""),
             text_cell(terms.due_on.value_or(whole.due_on).vietnamese()),
             text_cell(std::string{label_of(proposal.state)}, proposal_path(proposal.code)),
             text_cell("")});
        return {};
    }

private:
    static BoardCell agreement_of_part(const Proposal* proposal)
    {
        if (proposal == nullptr) return text_cell(std::string{handed_on});
        return text_cell(std::string{proposal->is_waiting() ? agreed_and_asked : agreed},
                         proposal_path(proposal->code));
    }

    AgencyNames m_names;
    Division& m_division;
    Date m_today;
};

/// Named as cooperating, and without a part or a proposal that stands.
Result<std::vector<organisation::AgencySummary>> free_of(database::Transaction& transaction,
                                                         const Obligation& whole,
                                                         const std::vector<Part>& parts,
                                                         const std::vector<Proposal>& proposals,
                                                         Date today)
{
    AgencyNames names{transaction, today};
    const auto named = TRY(cooperating(transaction, whole));
    std::vector<organisation::AgencySummary> free;
    for (const auto agency : named) {
        const bool has_part = std::ranges::any_of(parts, [&](const Part& part) {
            return part.obligation.agency == agency && part.obligation.closing != Closing::closed;
        });
        const bool stands = std::ranges::any_of(proposals, [&](const Proposal& proposal) {
            return proposal.agency == agency && proposal.is_waiting();
        });
        if (has_part || stands) continue;
        const auto* summary = TRY(names.of(agency));
        free.push_back(*summary);
    }
    std::ranges::sort(free, [](const auto& one, const auto& other) {
        return text::collate(one.name, other.name) < 0;
    });
    return free;
}

}  // namespace

Result<Division> division_of(database::Transaction& transaction, const Obligation& whole,
                             Date today)
{
    Division division;
    const auto parts = TRY(PartStore{transaction}.of(whole.id));
    const auto proposals = TRY(ProposalStore{transaction}.of(whole.id));
    Table table{transaction, division, today};
    for (const auto& part : parts) {
        const auto found = std::ranges::find(proposals, part.agreed_in, &Proposal::id);
        TRY(table.add(part, found == proposals.end() ? nullptr : &*found));
    }
    for (const auto& proposal : proposals) {
        const bool has_part = std::ranges::any_of(
            parts, [&](const Part& part) { return part.agreed_in == proposal.id; });
        if (!has_part || proposal.is_waiting()) TRY(table.add(proposal, whole, has_part));
    }
    division.free = TRY(free_of(transaction, whole, parts, proposals, today));
    return division;
}

Result<std::vector<Owing>> owed_of_division(database::Transaction& transaction,
                                            const Obligation& whole, Date today)
{
    auto all = TRY(owed_by_units(transaction, whole.agency, today));
    for (auto& owing : all)
        std::erase_if(owing.tasks, [&](const OwedTask& owed) {
            return owed.task.obligation.parent != whole.id;
        });
    std::erase_if(all, [](const Owing& owing) { return owing.tasks.empty(); });
    return all;
}

}  // namespace caicach::obligation
