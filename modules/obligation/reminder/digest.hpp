#pragma once
#include <map>
#include <string>
#include <vector>

#include "identity/api.hpp"
#include "manifest/context.hpp"
#include "notification/api.hpp"
#include "obligation/inbox.hpp"
#include "obligation/proposal/proposal.hpp"
#include "obligation/reminder/reminder.hpp"

/// All that one person is reminded of on one day, as one message: a digest, not a flood.
namespace caicach::obligation
{

/// One duty in a digest, and the rule that brings it there. A duty may stand in it by several.
struct DigestEntry {
    const Task* task{};
    std::string rule{};
    bool is_own{};         ///< the person does it, and may answer from the letter
    std::string agency{};  ///< who owes it
};

/// Numbers of targets that an agency has not stated for a period, all of a plan in one line.
struct NumberEntry {
    plan::PlanId plan{};
    organisation::AgencyId agency{};  ///< none: several, as who coordinates is told of them
    std::string period{};
    std::string text{};
    Date due{};
    int targets{};
    std::string rule{};
    std::string path{};
};

/// A part of another agency's work that waits for an answer.
struct ProposalEntry {
    Proposal proposal{};
    std::string text{};
    Date due{};  ///< of the part
    std::string rule{};
    std::string path{};
};

struct Digest {
    identity::Account account{};
    std::vector<DigestEntry> entries{};
    std::vector<NumberEntry> numbers{};
    std::vector<ProposalEntry> proposals{};
    std::vector<notification::Channel> channels{};

    void add(DigestEntry entry, const std::vector<notification::Channel>& more);
    void add(NumberEntry entry, const std::vector<notification::Channel>& more);
    void add(ProposalEntry entry, const std::vector<notification::Channel>& more);

private:
    void take(const std::vector<notification::Channel>& more);
};
using Digests = std::map<AccountId, Digest>;

/// What is the same for all digests of an occasion.
struct Occasion {
    std::string template_key{};  ///< "reminder.due"
    std::string key{};      ///< with the account behind it, once for ever: "reminder/2026-03-20"
    std::string sent_by{};  ///< who nudges; empty: the rules alone
    organisation::AgencyId nudged_by{};               ///< on whose behalf
    std::vector<notification::Variable> variables{};  ///< besides those of a digest
    notification::Priority priority{notification::Priority::bulk};
    std::optional<Instant> send_at{};
};

/// Where the message leads: to the one obligation; of several to the inbox of who does the work and
/// of their heads, else to what they may see of it, the plan's list of the late, what their agency
/// follows. Keeps
/// what is new of the digest, and puts one message on each channel into the outbox; with
/// nothing new there is none. How many duties the messages name.
[[nodiscard]] Result<int> send_digest(Context& context, database::Transaction& transaction,
                                      const Digest& digest, const Occasion& occasion);

}  // namespace caicach::obligation
