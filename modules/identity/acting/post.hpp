#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "identity/api.hpp"
#include "identity/ids.hpp"

namespace caicach::identity
{

/// What a person is at an agency, from a day to a day. A post carries no power: what the person may
/// do follows from roles alone. It says for whom they act.
struct Post {
    PostId id{};
    organisation::AgencyId agency{};
    std::string title{};  ///< "Phó Giám đốc"; may be empty
    organisation::Validity validity{};
};

/// All posts of an account, the present first, then by their first day, the last first.
[[nodiscard]] Result<std::vector<Post>> posts_of(database::Transaction& transaction,
                                                 AccountId account);

struct NewPost {
    organisation::AgencyId agency{};
    std::string title{};
    organisation::Validity validity{};
};
/// Gives the account a post. One that holds at the same agency on the first day ends the day
/// before: the person was promoted there. Needs "identity.manage" over the account and for the
/// agency. invalid "identity.post.title_too_long", "….backwards"; not_found for an unknown agency.
[[nodiscard]] Result<void> add_post(Context& context, database::Transaction& transaction,
                                    AccountId account, const NewPost& post);

/// Ends a post with yesterday; one that has not begun is taken back. conflict "identity.post.main":
/// the account belongs to the agency of its main post.
[[nodiscard]] Result<void> end_post(Context& context, database::Transaction& transaction,
                                    AccountId account, PostId post);

/// Makes a post that holds today the main one: the account belongs to its agency from now on, whose
/// administrators look after it. conflict "identity.post.not_in_force".
[[nodiscard]] Result<void> make_post_main(Context& context, database::Transaction& transaction,
                                          AccountId account, PostId post);

/// The first post, with the account itself; the caller has asked who may.
[[nodiscard]] Result<void> insert_post(database::Transaction& transaction, AccountId account,
                                       const NewPost& post);

}  // namespace caicach::identity
