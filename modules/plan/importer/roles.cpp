#include "plan/importer/roles.hpp"

#include <algorithm>
#include <array>

#include "plan/importer/agencies.hpp"
#include "plan/importer/lexicon.hpp"
#include "plan/importer/role_words.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{
namespace
{

/// Parts of a sentence at ";" and "." outside of brackets.
std::vector<std::pair<std::size_t, std::size_t>> clauses_of(const Words& words)
{
    std::vector<std::pair<std::size_t, std::size_t>> clauses;
    std::size_t begin = 0;
    int brackets = 0;
    for (std::size_t at = 0; at <= words.size(); ++at) {
        if (at < words.size()) {
            brackets += words.is(at, "(") ? 1 : words.is(at, ")") ? -1 : 0;
            if (brackets > 0 || !(words.is(at, ";") || words.is(at, "."))) continue;
        }
        if (at > begin) clauses.emplace_back(begin, at);
        begin = at + 1;
    }
    return clauses;
}

class RoleReader
{
public:
    RoleReader(const Words& words, const Gazetteer& gazetteer)
        : m_words{words}, m_gazetteer{gazetteer}
    {
    }

    Roles run()
    {
        m_roles.pure = true;
        for (const auto& [begin, end] : clauses_of(m_words)) {
            if (m_read < end) clause(std::max(begin, m_read), end);
        }
        assign(RoleVerb::lead);
        m_roles.pure = m_roles.pure && !m_roles.empty();
        return std::move(m_roles);
    }

private:
    void clause(std::size_t at, std::size_t end)
    {
        while (at < end && !m_words[at].letters) ++at;
        if (at == end) return;
        m_led_here = false;
        m_first = m_pending.size();
        const auto opening = opening_of(m_words, at);
        m_assigned = m_assigned || opening.end > at;
        at = opening.end;
        m_roles.requested = m_roles.requested || opening.requested;
        bool subject = true;  // agencies may begin here
        if (!role_verbs().find(m_words, at) &&
            agencies_at(m_words, at, m_gazetteer, Reading::sentence).empty()) {
            m_roles.pure = false;
        }
        while (at < end) {
            if (const auto behind = subject ? named_at(at, end) : 0) {
                at = behind;
                subject = false;
                continue;
            }
            if (const auto charged = charge_end(m_words, at); charged != 0 && hands_over(charged)) {
                at = charged;
                subject = true;
                continue;
            }
            const auto verb = role_verb_at(m_words, at);
            if (verb && verb->end <= end) {
                at = role(at, verb->end, *verb->value);
                subject = false;
                continue;
            }
            subject = m_words.is(at, ",") || (subject && m_words.is(at, "("));
            if (!is_role_filler(m_words[at].folded)) m_roles.pure = false;
            ++at;
        }
    }

    /// Agencies at word `at` wait for their role; the word behind them, 0 where none stand.
    std::size_t named_at(std::size_t at, std::size_t end)
    {
        auto list = agencies_at(m_words, at, m_gazetteer, Reading::sentence);
        // "Sở A; Sở B phối hợp": a list that goes on behind the ";" is read clause by clause.
        if (list.end > end) {
            const auto verb = role_verb_at(m_words, list.end);
            if (!verb || *verb->value != RoleVerb::support) return 0;
            const Words here{m_words.slice(0, end)};
            list = agencies_at(here, at, m_gazetteer, Reading::sentence);
        }
        if (list.empty()) return 0;
        merge(m_pending, list.names);
        return list.end;
    }

    /// "Ủy ban nhân dân tỉnh giao Sở Nội vụ chủ trì": who charges oversees.
    bool hands_over(std::size_t at)
    {
        if (m_pending.empty() || agencies_at(m_words, at, m_gazetteer, Reading::sentence).empty()) {
            return false;
        }
        merge(m_roles.oversee, m_pending);
        m_pending.clear();
        return true;
    }

    /// A role word: it takes the agencies before it, or those behind "với" and ":".
    std::size_t role(std::size_t at, std::size_t end, RoleVerb verb)
    {
        if (verb == RoleVerb::support) {
            const auto partners = partners_of(at);
            if (!partners.empty()) {
                assign(RoleVerb::lead);
                merge(m_roles.support, partners.names);
                m_taken = true;
                m_read = partners.end;
                return partners.end;
            }
            // "A giám sát, phối hợp": who watches helps as well.
            if (m_pending.empty() && m_watching_end == at) merge(m_roles.support, m_watchers);
            // "… chủ trì, phối hợp thực hiện" is still the lead's.
            assign(m_taken && m_pending.empty() ? RoleVerb::lead : RoleVerb::support);
            return end;
        }
        if (m_words.is(end, ":") || m_words.is(end, "la")) {
            const auto list = agencies_at(m_words, end + 1, m_gazetteer, Reading::sentence);
            if (!list.empty()) {
                m_pending = list.names;
                assign(verb);
                return list.end;
            }
        }
        if (verb == RoleVerb::oversee && !m_pending.empty()) m_watchers = m_pending;
        assign(verb);
        if (verb == RoleVerb::oversee) {
            const bool joined = m_words.is(end, ",") || m_words.is(end, "va");
            m_watching_end = joined ? end + 1 : 0;
        }
        return verb == RoleVerb::oversee ? directed(end) : end;
    }

    /// "A chỉ đạo B thực hiện": B does it.
    std::size_t directed(std::size_t at)
    {
        auto list = agencies_at(m_words, at, m_gazetteer, Reading::sentence);
        const auto verb = list.empty() ? std::nullopt : role_verbs().find(m_words, list.end);
        if (!verb || *verb->value != RoleVerb::lead) return at;
        m_pending = std::move(list.names);
        return list.end;
    }

    /// A list of partners goes on over ";", unless what stands behind has a role of its own. The
    /// "thực hiện" that ends "Giao A chủ trì, phối hợp với B; C thực hiện" is the whole's.
    [[nodiscard]] AgencyList partners_of(std::size_t at) const
    {
        auto list = partners_at(m_words, at, m_gazetteer);
        const auto verb = role_verbs().find(m_words, list.end);
        if (!verb || (m_assigned && *verb->value == RoleVerb::lead)) return list;
        for (auto mark = at; mark < list.end; ++mark) {
            if (!m_words.is(mark, ";")) continue;
            const Words before{m_words.slice(0, mark)};
            return partners_at(before, at, m_gazetteer);
        }
        return list;
    }

    void assign(RoleVerb verb)
    {
        // "Sở Nội vụ chủ trì, theo dõi, đôn đốc": one agency in two roles stands in both.
        if (m_pending.empty() && verb == RoleVerb::oversee && m_led_here) {
            merge(m_roles.oversee, m_leaders);
        }
        if (m_pending.empty()) return;
        if (verb == RoleVerb::support) first_leads();
        m_led_here = verb == RoleVerb::lead;
        if (m_led_here) m_leaders = m_pending;
        auto& into = verb == RoleVerb::support   ? m_roles.support
                     : verb == RoleVerb::oversee ? m_roles.oversee
                                                 : m_roles.lead;
        merge(into, m_pending);
        m_pending.clear();
        m_taken = true;
    }

    /// "Sở A; Sở B phối hợp": one body that a part of its own names leads those who help.
    void first_leads()
    {
        const bool one = m_first == 1 && m_pending.size() > 1 && m_roles.lead.empty() &&
                         !m_pending.front().name.starts_with("Các ") &&
                         !m_pending.front().name.ends_with(" cấp huyện") &&
                         !m_pending.front().name.ends_with(" cấp xã");
        if (!one) return;
        merge(m_roles.lead, {m_pending.front()});
        m_pending.erase(m_pending.begin());
    }

    const Words& m_words;
    const Gazetteer& m_gazetteer;
    Roles m_roles{};
    std::vector<AgencyName> m_pending{};
    std::vector<AgencyName> m_leaders{};   ///< who leads in this clause
    std::vector<AgencyName> m_watchers{};  ///< who oversees in this clause
    std::size_t m_watching_end{};          ///< where a further verb of theirs would stand
    std::size_t m_first{};                 ///< agencies without a role before this clause
    bool m_led_here{};
    bool m_taken{};
    bool m_assigned{};     ///< "Giao", "Đề nghị" opened the sentence
    std::size_t m_read{};  ///< the word behind the partners read last
};

}  // namespace

Roles roles_of(std::string_view text, const Gazetteer& gazetteer)
{
    // "(Sở A; các sở phối hợp)": brackets around all of it part nothing.
    auto inside = text;
    while (inside.ends_with('.') || inside.ends_with(';')) inside.remove_suffix(1);
    const bool bracketed = inside.starts_with('(') && inside.find(')') + 1 == inside.size();
    const Words words{gazetteer.expand(bracketed ? inside.substr(1, inside.size() - 2) : text)};
    return RoleReader{words, gazetteer}.run();
}

}  // namespace caicach::plan::importer
