#pragma once
#include "base/id.hpp"

namespace caicach::channel
{

struct ScriptTag;
using ScriptId = Id<ScriptTag>;
struct RecordingTag;
using RecordingId = Id<RecordingTag>;
struct AiringTag;
using AiringId = Id<AiringTag>;
struct BroadcastTag;
using BroadcastId = Id<BroadcastTag>;
struct PlayHoursTag;
using PlayHoursId = Id<PlayHoursTag>;

}  // namespace caicach::channel
