#pragma once
#include "base/id.hpp"

namespace caicach::channel
{

struct IssueTag;
using IssueId = Id<IssueTag>;
struct SubscriberTag;
using SubscriberId = Id<SubscriberTag>;
struct DesignTag;
using DesignId = Id<DesignTag>;
struct BatchTag;
using BatchId = Id<BatchTag>;

}  // namespace caicach::channel
