#pragma once
#include "base/id.hpp"

namespace caicach::identity
{

struct PostTag;
using PostId = Id<PostTag>;
struct DelegationTag;
using DelegationId = Id<DelegationTag>;
struct SignerTag;
using SignerId = Id<SignerTag>;

}  // namespace caicach::identity
