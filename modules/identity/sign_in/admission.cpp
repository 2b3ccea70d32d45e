#include "identity/sign_in/admission.hpp"

#include <utility>

#include "identity/second_factor/second_factor.hpp"
#include "identity/second_factor/second_step.hpp"
#include "identity/second_factor/second_step_handlers.hpp"
#include "identity/sessions/session_beginning.hpp"

namespace caicach::identity
{

Result<Admission> admit(Context& context, database::Transaction& transaction,
                        const http::Request& request, const crypto::SealingKey& key,
                        const Actor& actor, std::string_view target)
{
    const auto factor = TRY(SecondFactorStore{transaction}.find(actor.account));
    bool must_enrol = false;
    if (!factor) must_enrol = TRY(needs_second_factor(context, transaction, actor.account));
    if (!factor && !must_enrol) {
        auto cookie = TRY(begin_session(context, transaction, request, actor, Assurance::single));
        return Admission{std::move(cookie), std::string(onward_path(target)), true};
    }
    // A secret for this browser alone: whoever has the password and another page open sees another.
    const auto draft = must_enrol ? make_secret(key, actor.account) : std::string{};
    auto cookie = TRY(SecondStepStore{transaction}.begin({.account = actor.account,
                                                          .purpose = StepPurpose::sign_in,
                                                          .draft = draft,
                                                          .target = onward_path(target)},
                                                         context.now()));
    return Admission{std::move(cookie), second_step_path(), false};
}

}  // namespace caicach::identity
