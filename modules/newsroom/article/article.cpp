#include "newsroom/article/article.hpp"

#include <algorithm>
#include <array>

namespace caicach::newsroom
{
namespace
{

using State = ArticleState;

template <class Value>
struct Word {
    Value value{};
    std::string_view key{};
    std::string_view text{};
};
constexpr std::array states{Word<State>{State::draft, "draft", "Đang viết"},
                            Word<State>{State::submitted, "submitted", "Chờ ban biên tập"},
                            Word<State>{State::returned, "returned", "Cần sửa"},
                            Word<State>{State::approved, "approved", "Đã duyệt, chờ đăng"},
                            Word<State>{State::published, "published", "Đã đăng"},
                            Word<State>{State::withdrawn, "withdrawn", "Đã gỡ"}};
constexpr std::array audiences{
    Word<Audience>{Audience::everyone, "everyone", "Mọi người"},
    Word<Audience>{Audience::citizens, "citizens", "Người dân"},
    Word<Audience>{Audience::businesses, "businesses", "Doanh nghiệp"},
    Word<Audience>{Audience::officials, "officials", "Cán bộ, công chức, viên chức"}};
constexpr std::array languages{Word<Language>{Language::vi, "vi", "Tiếng Việt"},
                               Word<Language>{Language::en, "en", "Tiếng Anh"}};

template <class Value, class Words>
std::optional<Value> value_in(const Words& words, std::string_view key)
{
    const auto found = std::ranges::find(words, key, &Word<Value>::key);
    if (found == words.end()) return {};
    return found->value;
}

/// In which states an act makes sense at all.
bool is_time_for(const Article& article, Act act)
{
    const auto is = [&](std::initializer_list<State> wanted) {
        return std::ranges::find(wanted, article.state) != wanted.end();
    };
    switch (act) {
        case Act::edit:
            return is({State::draft, State::returned, State::submitted});
        case Act::discard:
            return is({State::draft, State::returned}) && article.public_revision == 0;
        case Act::submit:
            return is({State::draft, State::returned});
        case Act::take_back:
        case Act::approve:
            return is({State::submitted});
        case Act::send_back:
            return is({State::submitted, State::approved});
        case Act::hold:
            return is({State::approved});
        case Act::correct:
        case Act::withdraw:
            return is({State::published});
        case Act::remark:
            return is({State::submitted, State::returned, State::approved, State::published});
    }
    return false;
}

bool is_with_board(const Article& article) { return article.state == State::submitted; }

/// Whether it is the person's to do.
bool is_for(const Article& article, const Held& held, Act act)
{
    switch (act) {
        case Act::edit:
            return is_with_board(article) ? held.edits : held.writes;
        case Act::discard:
        case Act::submit:
        case Act::take_back:
            return held.writes;
        case Act::send_back:
        case Act::hold:
            return held.edits;
        case Act::approve:
            return held.publishes && !held.is_author;
        case Act::correct:
        case Act::withdraw:
            return held.publishes;
        case Act::remark:
            return held.writes || held.edits || held.publishes;
    }
    return false;
}

}  // namespace

std::string_view key_of(State state) { return states.at(static_cast<std::size_t>(state)).key; }
std::optional<State> article_state_from(std::string_view key)
{
    return value_in<State>(states, key);
}
std::string_view text_of(State state) { return states.at(static_cast<std::size_t>(state)).text; }

std::string_view key_of(Audience audience)
{
    return audiences.at(static_cast<std::size_t>(audience)).key;
}
std::optional<Audience> audience_from(std::string_view key)
{
    return value_in<Audience>(audiences, key);
}
std::string_view text_of(Audience audience)
{
    return audiences.at(static_cast<std::size_t>(audience)).text;
}

std::string_view key_of(Language language)
{
    return languages.at(static_cast<std::size_t>(language)).key;
}
std::optional<Language> language_from(std::string_view key)
{
    return value_in<Language>(languages, key);
}
std::string_view text_of(Language language)
{
    return languages.at(static_cast<std::size_t>(language)).text;
}

std::vector<Act> acts(const Article& article, const Held& held)
{
    constexpr std::array all{Act::edit,      Act::discard, Act::submit, Act::take_back,
                             Act::send_back, Act::approve, Act::hold,   Act::correct,
                             Act::withdraw,  Act::remark};
    std::vector<Act> found;
    for (const auto act : all)
        if (is_time_for(article, act) && is_for(article, held, act)) found.push_back(act);
    return found;
}

Result<void> require_act(const Article& article, const Held& held, Act act)
{
    const bool holds_any = held.writes || held.edits || held.publishes;
    if (holds_any && !is_time_for(article, act))
        return failure(Failure::conflict, "newsroom.article.not_now", {},
                       {std::string(text_of(article.state))});
    if (is_for(article, held, act)) return {};
    const bool is_own = act == Act::approve && held.publishes;
    return failure(Failure::forbidden,
                   is_own ? "newsroom.article.own" : "newsroom.article.not_yours");
}

}  // namespace caicach::newsroom
