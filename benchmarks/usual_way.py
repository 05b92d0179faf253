"""The overview as a Streamlit page is usually written: pandas, plotly.express, and Streamlit as it comes.

It shows the same figures, charts and lists over the same rows, for comparison only; its working days know no
holidays but those in the file, and it has no filters, no second language and no table under a chart.
"""

import os
from pathlib import Path

import numpy as np
import pandas as pd
import plotly.express as px
import streamlit as st

TABLES = Path(os.environ["TABLES"])
RESPONSE_DAYS = 14

st.set_page_config(page_title="Answers to AI companies", layout="wide")


@st.cache_data
def load(name: str) -> pd.DataFrame:
    return pd.read_csv(TABLES / f"{name}.csv")


def judge() -> pd.DataFrame:
    sessions, suggestions, responses = load("sessions"), load("suggestions"), load("responses")
    rows = suggestions.merge(sessions[["session_id", "round", "held_on"]], on="session_id")
    rows["received_on"] = pd.to_datetime(rows["received_on"].fillna(rows["held_on"]))
    responses["responded_on"] = pd.to_datetime(responses["responded_on"])
    final = responses[responses["kind"] == "final"].groupby("suggestion_id")["responded_on"].min()
    first = responses.groupby("suggestion_id")["responded_on"].min()
    rows["answered_on"] = final.reindex(rows["suggestion_id"]).to_numpy()
    rows["feedback_on"] = first.reindex(rows["suggestion_id"]).to_numpy()
    received = rows["received_on"].to_numpy().astype("datetime64[D]")
    rows["due_on"] = np.busday_offset(received, RESPONSE_DAYS - 1, roll="forward")
    today = pd.Timestamp.today().normalize()
    rows["state"] = np.select(
        [rows["answered_on"] <= rows["due_on"], rows["answered_on"].notna(), rows["due_on"] < today],
        ["answered in time", "answered late", "overdue"],
        "waiting in time",
    )
    due = rows["due_on"].to_numpy().astype("datetime64[D]")
    rows["days_over"] = np.busday_count(due, np.datetime64(today, "D"))
    answered = rows["answered_on"].fillna(today).to_numpy().astype("datetime64[D]")
    rows["turnaround"] = np.busday_count(received, answered) + 1
    return rows


rows = judge()
st.title("Overview")

columns = st.columns(5)
columns[0].metric("Received", len(rows))
columns[1].metric("Feedback rate", f"{rows['feedback_on'].notna().mean():.1%}")
columns[2].metric("Answer rate", f"{rows['answered_on'].notna().mean():.1%}")
columns[3].metric("Overdue", int((rows["state"] == "overdue").sum()))
columns[4].metric("Median turnaround", f"{rows['turnaround'].median():.0f} days")

left, right = st.columns(2)
by_session = rows.groupby(["held_on", "state"]).size().reset_index(name="suggestions")
with left:
    st.subheader("Answers by meeting")
    st.plotly_chart(px.bar(by_session, y="held_on", x="suggestions", color="state", orientation="h"))
with right:
    st.subheader("Received and answered over time")
    received = rows.groupby("received_on").size().cumsum().rename("received")
    answered = rows.groupby("answered_on").size().cumsum().rename("answered")
    course = pd.concat([received, answered], axis=1).sort_index().ffill().fillna(0)
    st.plotly_chart(px.line(course, line_shape="hv"))

st.subheader("Longest overdue")
overdue = rows[rows["state"] == "overdue"].sort_values("days_over", ascending=False)
st.dataframe(overdue[["title", "department", "due_on", "days_over"]].head(8), hide_index=True)
st.subheader("What changed in the last seven days")
recent = rows[rows["received_on"] > pd.Timestamp.today() - pd.Timedelta(days=7)]
st.dataframe(recent[["title", "received_on", "state"]].head(8), hide_index=True)
