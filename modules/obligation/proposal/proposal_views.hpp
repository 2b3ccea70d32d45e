#pragma once
#include <optional>
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "obligation/board/table.hpp"
#include "obligation/inbox.hpp"
#include "obligation/proposal/division.hpp"
#include "obligation/proposal/proposal_steps.hpp"
#include "obligation/reminder/nudge_views.hpp"

namespace caicach::obligation
{

/// What the person typed, to be shown again; at first what stands.
struct TypedProposal {
    std::string agency{};  ///< its code
    std::string content{};
    std::string measure{};
    std::string needed{"1"};
    std::string due_on{};
    bool later{};
    std::string reason{};
    std::string refusal{};
    std::string note{};
};

/// Who does what of one obligation, and the form that proposes a part.
struct DivisionPage {
    Task task{};
    Division division{};
    NudgeList nudges{};
    bool may_propose{};
    bool has_later{};
    TypedProposal typed{};
    std::string key{};  ///< under which the form is sent
    std::string taken_keys{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response division_page(const Context& context, const DivisionPage& page);

/// A step with the names of those in it.
struct ShownProposalStep {
    ProposalStep step{};
    std::string agency{};
    std::string person{};
};

/// Which form of the page was refused.
enum class ProposalForm { none, again, counter };

struct ProposalPage {
    Proposal proposal{};
    Task task{};  ///< the whole
    std::string giver{};
    std::string agency{};
    bool sees_whole{};
    std::optional<Obligation> part{};  ///< what became of it
    std::vector<ShownProposalStep> steps{};
    std::string waited{};  ///< since when it waits for an answer; empty: it does not
    ProposalRights rights{};
    bool has_later{};
    TypedProposal typed{};
    ProposalForm refused{ProposalForm::none};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response proposal_page(const Context& context, const ProposalPage& page);

/// Those of one agency.
struct ProposalsPage {
    std::string agency{};
    ProposalBox box{ProposalBox::own};
    ProposalsWaiting waiting{};
    BoardTable table{};
    std::string next_path{};
};
[[nodiscard]] http::Response proposals_page(const Context& context, const ProposalsPage& page);

/// "cho-tra-loi", "da-gui", "da-xong", as addresses name them.
[[nodiscard]] std::string_view name_of(ProposalBox box);
[[nodiscard]] ProposalBox proposal_box_from(std::string_view name);
[[nodiscard]] std::string proposals_path_of(ProposalBox box);

}  // namespace caicach::obligation
