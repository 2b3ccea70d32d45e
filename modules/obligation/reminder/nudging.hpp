#pragma once
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "manifest/context.hpp"
#include "obligation/reminder/digest.hpp"
#include "obligation/reminder/people.hpp"

namespace caicach::obligation
{

/// Whom a click tells where nobody works at the agency: whoever stands for it, or nobody.
enum class Told { somebody, only_its_own };

/// Gathers what a click reminds of, and sends each person one digest on each channel, however many
/// agencies it is about: on the bell at once, by letter when the first one's office is open.
class Nudging
{
public:
    /// `rule` is what the reminders are kept under.
    Nudging(Context& context, database::Transaction& transaction, std::string_view rule,
            Told told = Told::somebody);

    /// All tasks are of the agency. How many people will hear of it.
    [[nodiscard]] Result<std::int64_t> add(const organisation::AgencySummary& agency,
                                           std::vector<Task> tasks);
    /// `occasion` says the template, the variables and the beginning of the key.
    [[nodiscard]] Result<void> send(const Occasion& occasion);

private:
    Context& m_context;
    database::Transaction& m_transaction;
    std::string m_rule;
    Told m_told;
    People m_people;
    std::deque<std::vector<Task>> m_tasks{};  ///< the digests point into them
    Digests m_digests{};
};

}  // namespace caicach::obligation
