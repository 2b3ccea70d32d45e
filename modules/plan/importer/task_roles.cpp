// Who does a task, told in its own sentences: "Sở Nội vụ chủ trì, phối hợp với …", "do Sở Y tế
// làm".
#include <algorithm>

#include "plan/importer/agencies.hpp"
#include "plan/importer/lexicon.hpp"
#include "plan/importer/role_words.hpp"
#include "plan/importer/roles.hpp"
#include "plan/importer/time_phrase.hpp"

namespace caicach::plan::importer
{

/// "Định kỳ hằng tháng (trước ngày 25), các sở …", "Căn cứ Kế hoạch này, Sở Nội vụ …": the word
/// at which the subject may stand behind an introduction; 0 where the text begins with none.
static std::size_t behind_introduction(const Words& words, const Gazetteer& gazetteer)
{
    static constexpr std::string_view openings[] = {
        "dinh ky",   "hang thang", "hang quy",     "hang nam",    "hang tuan", "truoc ngay",
        "cham nhat", "can cu",     "tren co so",   "trong thang", "trong quy", "trong nam",
        "theo",      "dong thoi",  "ngoai ra",     "khi",         "sau khi",   "moi thang",
        "moi quy",   "den ngay",   "thuong xuyen", "duoi su"};
    const auto opens = std::ranges::any_of(
        openings, [&](std::string_view phrase) { return words.match(0, phrase) != 0; });
    if (!opens || words.match(0, "theo doi") != 0) return 0;
    constexpr std::size_t longest = 40;
    int brackets = 0;
    for (std::size_t at = 0; at < words.size() && at < longest; ++at) {
        brackets += words.is(at, "(") ? 1 : words.is(at, ")") ? -1 : 0;
        // "Trên cơ sở dự toán của các cơ quan, đơn vị và …, tham mưu": a comma of a name.
        if (const auto named = gazetteer.find(words, at)) {
            at = named->end - 1;
            continue;
        }
        if (brackets == 0 && words.is(at, ",")) return at + 1;
        if (words.is(at, ";") || words.is(at, ".")) break;
    }
    return 0;
}

/// Behind "(cơ quan thường trực)" and "- cơ quan thường trực -" the sentence goes on.
static std::size_t behind_apposition(const Words& words, std::size_t at)
{
    constexpr std::size_t longest = 14;
    const bool bracket = words.is(at, "(");
    if (!bracket && !words.is(at, "-")) return at;
    for (auto end = at + 1; end < words.size() && end < at + longest; ++end) {
        if (words.is(end, bracket ? ")" : "-")) return end + 1;
        if (words.is(end, ".") || words.is(end, ";") || words.is(end, ":")) break;
    }
    return at;
}

/// A subject is followed by a verb; "Báo cáo …", "Các sở hữu …" are none.
static bool is_subject(const Words& words, std::size_t end)
{
    end = behind_apposition(words, end);
    if (words.is(end, ",")) {
        // "Sở A, theo chức năng được giao, hướng dẫn …"
        return role_verbs().find(words, end + 1).has_value() || words.is(end + 1, "theo") ||
               words.match(end + 1, "can cu") != 0 || words.match(end + 1, "tren co so") != 0;
    }
    return end < words.size() && words[end].letters && !words[end].capital &&
           !words.is(end, "cua") && (!words.is(end, "tren") || words.match(end, "tren co so") != 0);
}

/// At word `at`, behind a long caption, stands an agency that is told what to do.
static bool subject_told_at(const Words& words, std::size_t at, const Gazetteer& gazetteer)
{
    const auto list = agencies_at(words, at, gazetteer, Reading::sentence);
    if (list.empty()) return false;
    if (role_verb_at(words, list.end)) return true;
    return is_subject(words, list.end) &&
           agencies_at(words, 0, gazetteer, Reading::sentence).empty();
}

/// "Chế độ báo cáo: Các sở …", "Tập huấn cho cấp xã: Sở A chủ trì …": the subject stands behind the
/// colon; behind a long caption only where it is told what its role is.
static std::size_t behind_caption(const Words& words, const Gazetteer& gazetteer)
{
    constexpr std::size_t short_caption = 6;
    constexpr std::size_t longest = 40;
    bool plain = true;  // no mark and no agency before the colon
    for (std::size_t at = 0; at < words.size() && at <= longest; ++at) {
        if (words.is(at, ":")) {
            if (plain && at <= short_caption) return at + 1;
            return subject_told_at(words, at + 1, gazetteer) ? at + 1 : 0;
        }
        if (words.is(at, ";") || words.is(at, ".")) return 0;
        plain = plain && (words[at].letters || words.is(at, ",")) &&
                agencies_at(words, at, gazetteer, Reading::sentence).empty();
    }
    return 0;
}

/// The word behind "chỉ đạo", "hướng dẫn", "đôn đốc", "theo dõi", 0 where none stands.
static std::size_t watching_end(const Words& words, std::size_t at)
{
    for (const auto* verb : {"chi dao", "huong dan", "don doc", "theo doi", "kiem tra"}) {
        if (const auto end = words.match(at, verb)) return end;
    }
    return 0;
}

/// "chỉ đạo B xây dựng …" at word `at`: those who are told to do it.
static AgencyList directed_at(const Words& words, std::size_t at, const Gazetteer& gazetteer)
{
    auto next = watching_end(words, at);
    if (next == 0) return {};
    const auto first_end = next;
    // "đôn đốc, theo dõi; B thực hiện"
    for (int i = 0; i < 3 && (words.is(next, ",") || words.is(next, "va")); ++i) {
        const auto further = watching_end(words, next + 1);
        if (further == 0) break;
        next = further;
    }
    const bool parted = words.is(next, ",") || words.is(next, ";");
    // "hướng dẫn B làm …", "chỉ đạo, kiểm tra B làm …" help B with what A does.
    const bool alone = next == first_end && words.match(at, "chi dao") != 0;
    if (!parted && !alone) return {};
    if (parted) ++next;
    auto list = agencies_at(words, next, gazetteer, Reading::sentence);
    if (list.empty()) return {};
    const auto verb = role_verbs().find(words, list.end);
    const bool leads = verb && *verb->value == RoleVerb::lead;
    return leads || (!parted && is_subject(words, list.end)) ? list : AgencyList{};
}

/// Behind a subject that hands the task on ("A giao B …", "A chỉ đạo, B thực hiện") those who do
/// it; empty where the subject does it itself.
static AgencyList doers_behind(const Words& words, std::size_t at, const Gazetteer& gazetteer)
{
    if (const auto charged = charge_end(words, at)) {
        auto list = agencies_at(words, charged, gazetteer, Reading::sentence);
        return list.end < words.size() && words[list.end].letters ? list : AgencyList{};
    }
    return directed_at(words, at, gazetteer);
}

/// "giao Sở A chủ trì", "do Sở A thực hiện" at word `at`: those who do it.
static AgencyList named_doers_at(const Words& words, std::size_t at, const Gazetteer& gazetteer)
{
    if (words.is(at, "giao")) {
        auto list = agencies_at(words, charge_end(words, at), gazetteer, Reading::sentence);
        return is_subject(words, list.end) ? list : AgencyList{};
    }
    if (!words.is(at, "do")) return {};
    auto list = agencies_at(words, at + 1, gazetteer, Reading::sentence);
    const auto verb = list.empty() ? std::nullopt : role_verb_at(words, list.end);
    return verb && *verb->value == RoleVerb::lead ? list : AgencyList{};
}

Roles roles_in_task(std::string_view text, const Gazetteer& gazetteer)
{
    const Words words{gazetteer.expand(text)};
    Roles roles;
    const auto begin =
        std::max(behind_introduction(words, gazetteer), behind_caption(words, gazetteer));
    const auto opening = opening_of(words, begin);
    auto subject = agencies_at(words, opening.end, gazetteer, Reading::sentence);
    // "Dưới sự chỉ đạo của A, B chủ trì …"
    if (const auto told = words.match(0, "duoi su chi dao cua"); told != 0 && begin > told) {
        const Words above{words.slice(0, begin - 1)};
        roles.oversee = agencies_at(above, told, gazetteer, Reading::sentence).names;
    }
    std::size_t at = begin == 0 ? opening.end : 0;
    if (!subject.empty() && is_subject(words, subject.end)) {
        roles.requested = opening.requested;
        roles.passes_on = opening.passes_on;
        if (auto doers = doers_behind(words, subject.end, gazetteer); !doers.empty()) {
            roles.oversee = std::move(subject.names);
            subject = std::move(doers);
        }
        roles.lead = subject.names;
        at = subject.end;
        roles.predicate = words.slice(at, words.size());
    }
    const auto begins = roles.predicate.empty() ? 0 : at;
    const bool directs = !roles.oversee.empty() && words.match(0, "duoi su") == 0;
    while (at < words.size()) {
        // "A chỉ đạo B …; chỉ đạo C …"
        if (directs) merge(roles.lead, directed_at(words, at, gazetteer).names);
        auto partners = partners_at(words, at, gazetteer);
        if (partners.empty()) {
            ++at;
            continue;
        }
        merge(roles.support, partners.names);
        // "Sở A phối hợp với Sở B hằng tháng đăng …": what they do stands behind both.
        const auto told = words.match(begins, "chu tri");
        const auto first = std::max(begins, told + (words.is(told, ",") ? 1 : 0));
        if (begins != 0 && at == first) {
            roles.predicate = words.slice(partners.end, words.size());
        }
        at = partners.end;
    }
    return roles;
}

bool is_assignment(std::string_view text, const Gazetteer& gazetteer)
{
    const Words words{gazetteer.expand(text)};
    const auto list = agencies_at(words, opening_of(words, 0).end, gazetteer, Reading::sentence);
    return !list.empty() && words.match(list.end, "chu tri") != 0;
}

bool only_assigns(std::string_view text, const Gazetteer& gazetteer)
{
    constexpr std::size_t longest = 300;
    if (text.size() > longest) return false;
    const Words words{gazetteer.expand(part_time(text).rest)};
    const auto list = agencies_at(words, opening_of(words, 0).end, gazetteer, Reading::sentence);
    if (list.empty()) return false;
    const auto first = role_verb_at(words, list.end);
    const bool does =
        (first && *first->value == RoleVerb::lead) || words.match(list.end, "to chuc") != 0;
    if (!does) return false;
    for (auto at = list.end; at < words.size();) {
        const auto verb = role_verb_at(words, at);
        const auto named = agencies_at(words, at, gazetteer, Reading::sentence);
        const auto next = verb ? verb->end : named.empty() ? at + 1 : named.end;
        if (!verb && named.empty() && !is_role_filler(words[at].folded) && !words.is(at, "voi") &&
            !words.is(at, "sau")) {
            return false;
        }
        at = next;
    }
    return true;
}

/// What a further sentence says of its subject: "Sở B phối hợp …", "Sở C theo dõi, đôn đốc …".
static RoleVerb role_in_sentence(const Words& words, std::size_t at)
{
    for (const auto* helps : {"co trach nhiem phoi hop", "phoi hop", "cu", "cung cap", "tham gia",
                              "ho tro", "tao dieu kien"}) {
        if (words.match(at, helps) != 0) return RoleVerb::support;
    }
    for (const auto* oversees : {"theo doi", "don doc", "huong dan", "kiem tra", "giam sat"}) {
        if (words.match(at, oversees) != 0) return RoleVerb::oversee;
    }
    // "Sở B thẩm định, theo dõi, đôn đốc việc thực hiện"
    constexpr std::size_t verbs = 8;
    for (auto next = at; next < words.size() && next < at + verbs; ++next) {
        if (words.is(next, ",") && words.match(next + 1, "theo doi , don doc") != 0) {
            return RoleVerb::oversee;
        }
    }
    return RoleVerb::lead;
}

std::vector<AgencyName> charged_in(std::string_view text, const Gazetteer& gazetteer)
{
    const Words words{gazetteer.expand(text)};
    for (std::size_t at = 1; at < words.size(); ++at) {
        const bool parted = !words[at - 1].letters;
        // "… trên đài truyền thanh do Sở A chủ trì" needs no mark.
        if (!parted && !words.is(at, "do")) continue;
        auto list = named_doers_at(words, at, gazetteer);
        if (!list.empty()) return std::move(list.names);
        if (!words.is(at - 1, ";")) continue;
        // "Rà soát thủ tục; các sở trình phương án": the subject stands in the later part.
        list = agencies_at(words, at, gazetteer, Reading::sentence);
        if (!list.empty() && is_subject(words, list.end) &&
            role_in_sentence(words, list.end) == RoleVerb::lead) {
            return std::move(list.names);
        }
    }
    return {};
}

Roles roles_in_further_sentences(std::string_view text, const Gazetteer& gazetteer)
{
    const Words words{gazetteer.expand(text)};
    Roles roles;
    for (std::size_t at = 1; at < words.size(); ++at) {
        const bool sentence = words.is(at - 1, ".") && words[at].capital;
        if (!sentence && !words.is(at - 1, ";")) continue;
        const auto begin = opening_of(words, at).end;
        const auto list = agencies_at(words, begin, gazetteer, Reading::sentence);
        if (list.empty() || !is_subject(words, list.end)) continue;
        // "…; Sở A chủ trì, Trường B phối hợp": a part that says no more than who.
        auto end = list.end;
        while (end < words.size() && !words.is(end, ";") && !words.is(end, ".")) ++end;
        if (const auto all = roles_of(words.slice(at, end), gazetteer); all.pure) {
            merge(roles.lead, all.lead);
            merge(roles.support, all.support);
            merge(roles.oversee, all.oversee);
            continue;
        }
        const auto role = role_in_sentence(words, list.end);
        merge(role == RoleVerb::support   ? roles.support
              : role == RoleVerb::oversee ? roles.oversee
                                          : roles.lead,
              list.names);
    }
    return roles;
}

}  // namespace caicach::plan::importer
