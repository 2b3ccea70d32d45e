#pragma once
#include <vector>

#include "base/result.hpp"
#include "identity/signers/signing.hpp"

namespace caicach
{
class Context;
}

namespace caicach::identity
{

/// All of an agency, those who may sign now first.
[[nodiscard]] Result<std::vector<Signer>> signers_of(database::Transaction& transaction,
                                                     organisation::AgencyId agency);

/// What is wrong with it, field by field: invalid "identity.signer.form", "….name", "….head_title",
/// "….own_title", "….document", "….end_missing", "….backwards".
[[nodiscard]] std::vector<Error> faults_of(const Signer& signer);

/// Needs "identity.sign" for the agency. The first fault of faults_of; conflict
/// "identity.signer.head_taken" where the agency has another head, or acting head, on these days.
[[nodiscard]] Result<SignerId> add_signer(Context& context, database::Transaction& transaction,
                                          const Signer& signer);
/// With yesterday; who has not begun is taken back. not_found "identity.signer.not_found".
[[nodiscard]] Result<void> end_signer(Context& context, database::Transaction& transaction,
                                      SignerId signer);

}  // namespace caicach::identity
