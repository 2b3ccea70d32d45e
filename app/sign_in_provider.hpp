#pragma once
#include "base/configuration.hpp"
#include "base/result.hpp"
#include "manifest/context.hpp"

namespace caicach::app
{

/// The provider of `[oidc]`, with its secret read from its file; none where oidc.issuer is empty.
/// invalid "base.configuration.wrong" with every problem, one sentence each.
[[nodiscard]] Result<SignInProvider> sign_in_provider_of(const Configuration& configuration);

}  // namespace caicach::app
