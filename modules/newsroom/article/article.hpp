#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "identity/api.hpp"
#include "newsroom/article/theme_id.hpp"
#include "newsroom/ids.hpp"
#include "organisation/api.hpp"

/// A piece of news or a longer text that an agency writes and the editorial board publishes. What
/// it says stands in its revisions.
namespace caicach::newsroom
{

enum class ArticleState : unsigned char {
    draft,
    submitted,  ///< the board has it
    returned,   ///< with what is to be mended
    approved,   ///< waits for its hour
    published,
    withdrawn,  ///< its address tells why
};

enum class Audience : unsigned char { everyone, citizens, businesses, officials };
enum class Language : unsigned char { vi, en };

/// What an article says, as it is edited.
struct ArticleText {
    std::string title{};
    std::string summary{};
    std::string body{};        ///< Markdown
    std::string source{};      ///< where it is from, where that is not the agency itself
    std::vector<int> files{};  ///< numbers of the files that go along, in their order

    friend bool operator==(const ArticleText&, const ArticleText&) = default;
};

struct Article {
    ArticleId id{};
    std::string code{};  ///< public, of the desk
    organisation::AgencyId agency{};
    AccountId author{};
    std::string section{};  ///< key of a Section
    Audience audience{};
    Language language{};
    ThemeId theme{};       ///< none: {}
    ArticleId original{};  ///< that this one says in another language; none: {}
    ArticleState state{};
    int revision{};                       ///< the text as it is now
    int public_revision{};                ///< what readers see; 0: nothing yet
    std::string slug{};                   ///< of its public address; empty until it is published
    std::optional<Instant> sent_at{};     ///< to the board, for the first time
    std::optional<Instant> publish_at{};  ///< of an approved one
    std::optional<Instant> published_at{};
    std::string reason{};  ///< why it was returned or withdrawn
    Instant made_at{};
    std::int64_t version{};
    std::string title{};  ///< of its revision
};

[[nodiscard]] std::string_view key_of(ArticleState state);
[[nodiscard]] std::optional<ArticleState> article_state_from(std::string_view key);
[[nodiscard]] std::string_view text_of(ArticleState state);
[[nodiscard]] std::string_view key_of(Audience audience);
[[nodiscard]] std::optional<Audience> audience_from(std::string_view key);
[[nodiscard]] std::string_view text_of(Audience audience);
[[nodiscard]] std::string_view key_of(Language language);
[[nodiscard]] std::optional<Language> language_from(std::string_view key);
[[nodiscard]] std::string_view text_of(Language language);

enum class Act : unsigned char {
    edit,  ///< by whom it lies with: its agency or the board
    discard,
    submit,
    take_back,  ///< the agency, from the board
    send_back,  ///< the board, to the agency
    approve,
    hold,  ///< an approved one is to be looked at again
    correct,
    withdraw,
    remark,  ///< to the other side: who writes it, and the board
};
/// Which of the permissions the person holds at its agency.
struct Held {
    bool writes{};
    bool edits{};
    bool publishes{};
    bool is_author{};
};
/// Pure: what the page offers and the handlers ask again. Nobody approves what he wrote himself.
[[nodiscard]] std::vector<Act> acts(const Article& article, const Held& held);
/// conflict "newsroom.article.not_now" with the state in words; forbidden "newsroom.article.own"
/// for the author's own approval, "newsroom.article.not_yours" else.
[[nodiscard]] Result<void> require_act(const Article& article, const Held& held, Act act);

}  // namespace caicach::newsroom
